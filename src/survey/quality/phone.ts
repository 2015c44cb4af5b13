import type { Path } from '../draft/tree.ts'

/** Signs that a line holds on a phone 360 pixels wide, at the size that questions are set in. */
const SIGNS = 30

/** How many lines a text takes on a phone, about. */
export const linesOnPhone = (words: string) =>
  words
    .split(/\n/)
    .reduce((lines, line) => lines + Math.max(1, Math.ceil([...line].length / SIGNS)), 0)

/** So many lines may a text take there, by where it stands; undefined where it is read elsewhere. */
export function roomOnPhone(path: Path): number | undefined {
  const name = path.at(-1)
  if (path[0] === 'privacy' || path[0] === 'sites') return undefined
  if (name === 'title') return 3
  if (name === 'intro') return 14
  if (name === 'help') return 6
  if (path.length === 3) return 5
  return 3
}
