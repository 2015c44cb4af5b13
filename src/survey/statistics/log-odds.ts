/** How often a word is used here and elsewhere, and how many words there are in all. */
export interface Uses {
  here: number
  elsewhere: number
  allHere: number
  allElsewhere: number
}

/**
 * By how many standard deviations a word is more used here than elsewhere: the log-odds ratio with
 * an informative Dirichlet prior, which is the word's share of everything times `weight` words.
 *
 * δ = ln((y_i + a) / (n_i + a₀ − y_i − a)) − ln((y_j + a) / (n_j + a₀ − y_j − a)),
 * σ² ≈ 1 / (y_i + a) + 1 / (y_j + a), z = δ / σ; a₀ = weight, a = a₀ · (y_i + y_j) / (n_i + n_j).
 * B. L. Monroe, M. P. Colaresi, K. M. Quinn, "Fightin' Words: Lexical Feature Selection and
 * Evaluation for Identifying the Content of Political Conflict", Political Analysis 16 (2008),
 * 372–403.
 */
export function logOddsScore(uses: Uses, weight: number): number {
  const { here, elsewhere, allHere, allElsewhere } = uses
  const prior = (weight * (here + elsewhere)) / (allHere + allElsewhere)
  const odds = (count: number, all: number) =>
    Math.log((count + prior) / (all + weight - count - prior))
  const delta = odds(here, allHere) - odds(elsewhere, allElsewhere)
  return delta / Math.sqrt(1 / (here + prior) + 1 / (elsewhere + prior))
}
