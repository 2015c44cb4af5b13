/** A difference between two people of one batch: +1 and −1 in the classes they are not both in. */
export interface Difference {
  vector: number[]
  count: number
}

/**
 * Whether the differences hold `times` bases of a space of this rank that share no pair. Then
 * whatever leaves out fewer than so many people leaves one basis whole.
 */
export function holdsBases(differences: Difference[], rank: number, times: number): boolean {
  const left = differences.map(({ vector, count }) => ({ vector, count }))
  for (let time = 0; time < times; time += 1) {
    // What there is most of first, so that what is rare lasts.
    left.sort((a, b) => b.count - a.count)
    const basis = new Basis()
    for (const difference of left) {
      if (basis.size === rank) break
      if (difference.count > 0 && basis.add(difference.vector)) difference.count -= 1
    }
    if (basis.size < rank) return false
  }
  return true
}

/** Small enough that products are exact; what is independent here is so over the rationals. */
const PRIME = 67_108_859

const within = (value: number) => ((value % PRIME) + PRIME) % PRIME

class Basis {
  #rows: { pivot: number; values: number[] }[] = []

  get size() {
    return this.#rows.length
  }

  /** False where the vector is a combination of those before. */
  add(vector: number[]): boolean {
    let values = vector.map(within)
    for (const row of this.#rows) {
      const factor = values[row.pivot]!
      if (factor === 0) continue
      values = values.map((value, index) => within(value - factor * row.values[index]!))
    }
    const pivot = values.findIndex((value) => value !== 0)
    if (pivot < 0) return false
    const inverse = power(values[pivot]!, PRIME - 2)
    this.#rows.push({ pivot, values: values.map((value) => (value * inverse) % PRIME) })
    return true
  }
}

function power(base: number, exponent: number): number {
  let result = 1
  let square = base
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME
    square = (square * square) % PRIME
  }
  return result
}
