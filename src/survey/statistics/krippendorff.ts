/**
 * Krippendorff's alpha for nominal values: 1 is agreement throughout, 0 what chance gives. Each
 * unit is the values that it was given, one for each coder who gave one; units with fewer than two
 * say nothing. Undefined where nothing can be compared, or everyone gave the same value to all.
 *
 * α = 1 − (n − 1) · Σ_{c≠k} o_ck / Σ_{c≠k} n_c·n_k, with coincidences o_ck, each pair of values in
 * a unit of m counted 1 / (m − 1) times; n_c their sums by value, n the sum of all.
 * K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011,
 * https://repository.upenn.edu/asc_papers/43.
 */
export function nominalAlpha<T>(units: T[][]): number | undefined {
  const totals = new Map<T, number>()
  let observed = 0
  let n = 0
  for (const values of units) {
    const m = values.length
    if (m < 2) continue
    n += m
    const counts = countsOf(values)
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count)
      observed += (count * (m - count)) / (m - 1)
    }
  }
  const expected = [...totals.values()].reduce((sum, count) => sum + count * (n - count), 0)
  return expected === 0 ? undefined : 1 - ((n - 1) * observed) / expected
}

function countsOf<T>(values: T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
