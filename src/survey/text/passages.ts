/** A part of a text, from a place up to another. */
export interface Passage {
  from: number
  to: number
}

/** Stands for words that are masked. */
export const MASKED = '[…]'

/** A text as readers get it, with what stands for each masked passage in its place. */
export function maskPassages(written: string, maskings: Passage[]): string {
  return pieces(written, maskings)
    .map(({ words }) => words)
    .join('')
}

/**
 * Where a passage that a reader saw stands in the text as it was written: the one nearest to a
 * place that was pointed at, or else all of them. What it touches of masked passages is in it.
 */
export function findPassages(
  written: string,
  maskings: Passage[],
  passage: string,
  at?: number,
): Passage[] {
  const parts = pieces(written, maskings)
  const seen = parts.map(({ words }) => words).join('')
  const starts = passage === '' ? [] : occurrences(seen, passage)
  const near = (start: number) => Math.abs(start - at!)
  const meant = at === undefined ? starts : starts.toSorted((a, b) => near(a) - near(b)).slice(0, 1)
  return meant
    .map((start) => ({
      from: originOf(parts, start, 'from'),
      to: originOf(parts, start + passage.length, 'to'),
    }))
    .filter(({ from, to }) => !maskings.some((one) => one.from <= from && to <= one.to))
}

interface Piece extends Passage {
  words: string
  masked: boolean
  /** where it begins in what readers get */
  start: number
}

function pieces(written: string, maskings: Passage[]): Piece[] {
  const found: Piece[] = []
  let at = 0
  let start = 0
  const add = (to: number, masked: boolean) => {
    if (to <= at) return
    const words = masked ? MASKED : written.slice(at, to)
    found.push({ from: at, to, words, masked, start })
    at = to
    start += words.length
  }
  for (const { from, to } of maskings.toSorted((a, b) => a.from - b.from)) {
    add(from, false)
    add(to, true)
  }
  add(written.length, false)
  return found
}

/** Where a place in what readers get stands in what was written. */
function originOf(parts: Piece[], place: number, edge: 'from' | 'to'): number {
  const part = parts.findLast(({ start }) => (edge === 'from' ? start <= place : start < place))!
  return part.masked ? part[edge] : part.from + place - part.start
}

function occurrences(text: string, passage: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + passage.length)) {
    found.push(at)
  }
  return found
}
