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
    const places: Place[] = []
    for (const { word, from, to } of wordsIn(text)) {
      const own = stems(word, language)
      let hit = false
      for (const [index, one] of asked.entries()) {
        if (own.some((stem) => one.has(stem))) hit = found[index] = true
      }
      if (hit) places.push({ from, to })
    }
    return found.every(Boolean) ? places : undefined
  }
}
