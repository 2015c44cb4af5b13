import { danishStem } from './danish-stem.ts'
import { swedishStem } from './swedish-stem.ts'
import type { TextLanguage } from './text-language.ts'

/** What a word may be found by: its stem, or both stems where the language is not known. */
export type Stems = (word: string, language: TextLanguage) => string[]

/** Remembers the stems of words that it has met, of which a survey has few. */
export function makeStems(): Stems {
  const known = new Map<string, string[]>()
  return (word, language) => {
    const key = `${language} ${word}`
    const found = known.get(key) ?? stemsOf(word, language)
    known.set(key, found)
    return found
  }
}

function stemsOf(word: string, language: TextLanguage): string[] {
  if (language === 'sv') return [`sv ${swedishStem(word)}`]
  if (language === 'da') return [`da ${danishStem(word)}`]
  if (language === 'en') return [`en ${word}`]
  return [`sv ${swedishStem(word)}`, `da ${danishStem(word)}`, `en ${word}`]
}
