/** A word in small letters, and where it stands. */
export interface Word {
  word: string
  from: number
  to: number
}

// What stands for a masked part is no word of the person's.
const pattern = /\[(?:personnummer|telefon|e-post|…)\]|([\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*)/gu

export function wordsIn(text: string): Word[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: word, index }) =>
    word === undefined
      ? []
      : [{ word: word.toLowerCase().replace('’', "'"), from: index, to: index + whole.length }],
  )
}
