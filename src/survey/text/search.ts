import type { Stems } from './stem.ts'
import type { TextLanguage } from './text-language.ts'
import { wordsIn } from './words.ts'

/** Where something stands in a text. */
export interface Place {
  from: number
  to: number
}

/**
 * Finds texts with every word of a query, in any of its forms. Returns where they stand, or
 * undefined where one is missing.
 */
export function makeSearch(query: string, stems: Stems) {
  const asked = wordsIn(query).map(({ word }) => new Set(stems(word, '')))
  return (text: string, language: TextLanguage): Place[] | undefined => {
    const found = asked.map(() => false)
    const places = wordsIn(text).flatMap(({ word, from, to }) => {
      const own = stems(word, language)
      const hits = asked.flatMap((one, index) => (own.some((stem) => one.has(stem)) ? [index] : []))
      for (const index of hits) found[index] = true
      return hits.length > 0 ? [{ from, to }] : []
    })
    return found.every(Boolean) ? places : undefined
  }
}
