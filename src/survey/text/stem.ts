import { danishStem } from './danish-stem.ts'
import { swedishStem } from './swedish-stem.ts'
import type { TextLanguage } from './text-language.ts'

/** What a word may be found by: its stem, or both stems where the language is not known. */
export type Stems = (word: string, language: TextLanguage) => string[]

const MOST_WORDS = 50_000

/** Remembers the stems of words that it has met, of which a survey has few. */
export function makeStems(): Stems {
  const known = {
    sv: new Map(),
    da: new Map(),
    en: new Map(),
    ar: new Map(),
    '': new Map(),
  } satisfies Record<TextLanguage, Map<string, string[]>>
  return (word, language) => {
    const own: Map<string, string[]> = known[language]
    const found = own.get(word)
    if (found) return found
    // Whoever makes up words must not fill the memory.
    if (own.size >= MOST_WORDS) own.clear()
    const made = stemsOf(word, language)
    own.set(word, made)
    return made
  }
}

function stemsOf(word: string, language: TextLanguage): string[] {
  if (language === 'sv') return [`sv ${swedishStem(word)}`]
  if (language === 'da') return [`da ${danishStem(word)}`]
  if (language === 'en' || language === 'ar') return [`${language} ${word}`]
  return [`sv ${swedishStem(word)}`, `da ${danishStem(word)}`, `en ${word}`, `ar ${word}`]
}
