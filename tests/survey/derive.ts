/**
 * An auditor that knows nothing of the release rule. It is given the member sets of all tables
 * ever shown and looks for any set of 1 to k−1 members whose distribution can be derived from
 * them by adding and subtracting, that is: whose indicator lies in the span of theirs.
 */
export function derivableSmallSet(
  shown: ReadonlySet<string>[],
  smallestGroup: number,
): string[] | undefined {
  // Members that stand in the same tables can only be told of together.
  const classes = new Map<string, string[]>()
  for (const member of new Set(shown.flatMap((set) => [...set]))) {
    const signature = shown.map((set) => (set.has(member) ? 1 : 0)).join('')
    classes.set(signature, [...(classes.get(signature) ?? []), member])
  }
  const columns = [...classes.values()]
  const rows = shown.map((_, row) => [...classes.keys()].map((signature) => Number(signature[row])))
  const basis = new Basis()
  for (const row of rows) basis.add(row)
  const small = columns.flatMap((members, index) =>
    members.length < smallestGroup ? [{ index, size: members.length }] : [],
  )
  const found = search(small, smallestGroup - 1, (chosen) => {
    const vector = columns.map((_, index) => (chosen.includes(index) ? 1 : 0))
    return basis.spans(vector)
  })
  return found?.flatMap((index) => columns[index]!)
}

/** Tries every union of small classes with at most `most` members. */
function search(
  small: { index: number; size: number }[],
  most: number,
  derivable: (chosen: number[]) => boolean,
  from = 0,
  chosen: number[] = [],
): number[] | undefined {
  if (chosen.length > 0 && derivable(chosen)) return chosen
  for (let at = from; at < small.length; at += 1) {
    const { index, size } = small[at]!
    if (size > most) continue
    const found = search(small, most - size, derivable, at + 1, [...chosen, index])
    if (found) return found
  }
  return undefined
}

const PRIME = 2_147_483_629n

/** Row space over a large prime field: exact, without fractions. */
class Basis {
  #rows: { pivot: number; values: bigint[] }[] = []

  add(row: number[]) {
    const values = this.#reduce(row)
    const pivot = values.findIndex((value) => value !== 0n)
    if (pivot < 0) return
    const inverse = power(values[pivot]!, PRIME - 2n)
    this.#rows.push({ pivot, values: values.map((value) => (value * inverse) % PRIME) })
  }

  spans(vector: number[]): boolean {
    return this.#reduce(vector).every((value) => value === 0n)
  }

  #reduce(row: number[]): bigint[] {
    let values = row.map(BigInt)
    for (const { pivot, values: own } of this.#rows) {
      const factor = values[pivot]!
      if (factor === 0n) continue
      values = values.map((value, index) => (value + (PRIME - factor) * own[index]!) % PRIME)
    }
    return values
  }
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (let left = exponent, square = base; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % PRIME
    square = (square * square) % PRIME
  }
  return result
}
