import type { Place } from './search.ts'

/** A piece of a text as it is shown. */
export interface Piece {
  words: string
  /** stands for something that nobody may read */
  masked?: true
  /** is what was searched for */
  found?: true
}

const masks = /\[(?:personnummer|telefon|e-post|…)\]/g

/** A text in pieces: what is masked, what was found, and the rest. */
export function piecesOf(text: string, found: Place[] = []): Piece[] {
  const marks = [
    ...[...text.matchAll(masks)].map(({ 0: whole, index }) => {
      return { from: index, to: index + whole.length, masked: true as const }
    }),
    ...found.map((place) => ({ ...place, found: true as const })),
  ].toSorted((a, b) => a.from - b.from)
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to, ...mark } of marks) {
    if (from > at) pieces.push({ words: text.slice(at, from) })
    pieces.push({ words: text.slice(from, to), ...mark })
    at = to
  }
  if (at < text.length) pieces.push({ words: text.slice(at) })
  return pieces
}
