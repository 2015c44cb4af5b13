/** Where the part of a word begins that endings are taken from (R1 of the Snowball stemmers). */
export function regionOf(word: string, vowels: string, from = 0): number {
  let at = from
  while (at < word.length && !vowels.includes(word[at]!)) at += 1
  while (at < word.length && vowels.includes(word[at]!)) at += 1
  // Past the first consonant after a vowel, and never within the first three letters.
  return Math.min(word.length, Math.max(at + 1, 3))
}

/** Endings, longest first, so that the first that fits is the longest. */
export const endings = (list: string) =>
  list.split(' ').toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))

/** The longest of the endings that the word has, wholly within its region. */
export const endingOf = (word: string, region: number, sorted: string[]) =>
  sorted.find((ending) => word.length - ending.length >= region && word.endsWith(ending))

export const without = (word: string, ending: string) => word.slice(0, word.length - ending.length)
