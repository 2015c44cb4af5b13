import type { Results } from '../../src/survey/results.ts'

type Table = Results['groups'][0]['questions'][0]

/** A line of the table of groups on paper, its intervals worked out here. */
export function rowOf(table: Table, listed: number | undefined): string {
  const { n, options, kind } = table
  const fixed = (value: number, digits: number) => value.toFixed(digits).replace('.', ',')
  const share = (count: number) => `${fixed((100 * count) / n, 1)} %`
  const worth = listed ? (n * (listed - 1)) / (listed - n) : n
  const mean = (sum: number, squares: number, low: number, high: number) => {
    const value = sum / n
    const deviation = Math.sqrt((squares / n - value ** 2) * (n / (n - 1)))
    const half = (studentT(n) * deviation) / Math.sqrt(worth)
    const words = fixed(value, 2)
    if (half === 0) return words
    return `${words} ${fixed(Math.max(low, value - half), 2)}–${fixed(Math.min(high, value + half), 2)}`
  }
  if (kind === 'scale') {
    const sum = options.reduce((all, { id, count }) => all + Number(id) * count, 0)
    const squares = options.reduce((all, { id, count }) => all + Number(id) ** 2 * count, 0)
    const steps = options.map(({ count }) => `${share(count)} (${count})`)
    return [mean(sum, squares, 1, 5), ...steps, table.dontKnow].join(' ')
  }
  if (kind === 'choice') {
    return options
      .map(({ count }) => {
        const [p, z] = [count / n, 1.96]
        const middle = (p + z ** 2 / (2 * worth)) / (1 + z ** 2 / worth)
        const root = Math.sqrt((p * (1 - p)) / worth + z ** 2 / (4 * worth ** 2))
        const half = (z * root) / (1 + z ** 2 / worth)
        const range = `${fixed(100 * (middle - half), 1)}–${fixed(100 * (middle + half), 1)} %`
        return `${share(count)} (${count}) ${range}`
      })
      .join(' ')
  }
  return `${options[0]!.meanRank!.toFixed(2).replace('.', ',')} (${share(options[0]!.first!)})`
}

/** The 97.5th percentile of Student's t, by the Cornish–Fisher series. */
function studentT(n: number): number {
  const [z, v] = [1.959_964, n - 1]
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3)
  )
}
