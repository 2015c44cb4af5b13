import { functionWords } from './function-words.ts'
import { wordsIn } from './words.ts'

/** '' where the words do not tell. */
export type TextLanguage = 'sv' | 'da' | 'en' | 'ar' | ''

export const textLanguages = ['sv', 'da', 'en', 'ar', ''] as const

/**
 * The language that a text is written in, by its own small words and letters. A text leaves its
 * response without the language that the person had chosen, so this tells no more than the words.
 */
export function languageOf(text: string): TextLanguage {
  const points = { sv: 0, da: 0, en: 0, ar: 0 }
  for (const { word } of wordsIn(text)) {
    const known = languagesOf.get(word) ?? []
    for (const language of known) points[language] += 1 / known.length
    if (word.includes('ä') || word.includes('ö')) points.sv += 1
    if (word.includes('æ') || word.includes('ø')) points.da += 1
    if (arabic.test(word)) points.ar += 1
  }
  if (beside.test(text)) points.ar = 0
  const [first, second] = languages.toSorted((a, b) => points[b] - points[a])
  return points[first!] > points[second!] ? first! : ''
}

const languages = ['sv', 'da', 'en', 'ar'] as const

const arabic = /\p{Script=Arabic}/u

/** Letters that Persian, Urdu and others have besides those of Arabic. */
const beside = /[\u0679\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06cc\u06d2]/

/** The languages of each small word. */
const languagesOf = new Map<string, (typeof languages)[number][]>()
for (const language of languages) {
  for (const word of functionWords[language]) {
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), language])
  }
}
