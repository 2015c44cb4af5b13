/** A word in small letters, and where it stands. */
export interface Word {
  word: string
  from: number
  to: number
}

// What stands for a masked part is no word of the person's.
const pattern = /\[(?:personnummer|telefon|e-post|…)\]|([\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*)/gu

export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (const { 1: word, index } of text.matchAll(pattern)) {
    if (word === undefined) continue
    const from = index
    words.push({ word: word.toLowerCase().replace('’', "'"), from, to: from + word.length })
  }
  return words
}
