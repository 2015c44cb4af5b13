/** A site as a stratum: who answered there, and how many the site is made for. */
export interface Stratum {
  id: string
  n: number
  population: number
}

export interface Weights {
  /** what an answer at each site counts for; together as many as answered */
  of: Map<string, number>
  n: number
  /** how many answers to an unweighted sample would say as much */
  effective: number
  /** by how much weighting enlarges the variance */
  effect: number
}

/**
 * Weights that give every site the part it has of the population: post-stratification, W. G.
 * Cochran, Sampling Techniques, 3rd ed. (1977), 5A.9. The design effect is L. Kish's,
 * n Σw² / (Σw)² (Survey Sampling, 1965, 11.7). Sites without answers cannot be made up for.
 */
export function weightsFor(strata: Stratum[]): Weights | undefined {
  const answered = strata.filter(({ n, population }) => n > 0 && population > 0)
  if (answered.length < 2) return undefined
  const n = sum(answered, (stratum) => stratum.n)
  const population = sum(answered, (stratum) => stratum.population)
  const weight = (stratum: Stratum) => ((stratum.population / population) * n) / stratum.n
  const squares = sum(answered, (stratum) => stratum.n * weight(stratum) ** 2)
  const effect = squares / n
  return {
    of: new Map(answered.map((stratum) => [stratum.id, weight(stratum)])),
    n,
    effective: n / effect,
    effect,
  }
}

const sum = (strata: Stratum[], value: (stratum: Stratum) => number) =>
  strata.reduce((all, stratum) => all + value(stratum), 0)
