/**
 * LIX, the readability index of Swedish and Danish (C. H. Björnsson, Läsbarhet, 1968): words per
 * sentence, plus the percentage of words with more than six letters. A sentence ends with a full
 * stop, colon, question mark or exclamation mark. Under 30 reads very easily, 30 to 40 easily,
 * 40 to 50 as a newspaper, 50 to 60 as an authority's letter, above that as a thesis.
 */
export function lix(text: string): number | undefined {
  const words = text.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? []
  if (words.length < LEAST) return undefined
  const ends = text.match(/[.:!?]+(?=\s|$)/g)?.length ?? 0
  const isOpen = /[\p{L}\p{N}][^.:!?]*$/u.test(text)
  const sentences = Math.max(1, ends + (isOpen ? 1 : 0))
  const long = words.filter((word) => [...word.replaceAll(/[^\p{L}]/gu, '')].length > 6).length
  return Math.round(words.length / sentences + (100 * long) / words.length)
}

/** Of fewer words the figure says nothing. */
const LEAST = 12
/** Above this a text asks more than it should of someone who is tired or in a hurry. */
export const HARD = 45
/** The languages that the index was made for. */
export const LIX_LANGUAGES = ['sv', 'da']
