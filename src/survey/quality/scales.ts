import { languagesOf, isMap, listOf, mapOf, type Tree } from '../draft/tree.ts'
import { wordsOf } from '../draft/texts.ts'
import type { Hint } from './hint.ts'
import { polarity } from './polarity.ts'

/** Where a scale does not mean the same in every language. */
export function scaleHints(tree: Tree): Hint[] {
  const languages = languagesOf(tree)
  return listOf(tree['questions']).flatMap((question, index): Hint[] => {
    if (!isMap(question) || question['kind'] !== 'scale') return []
    const path = ['questions', index]
    const ends = [question['from'], question['to']].map((end) =>
      wordsOf(mapOf(end)['text'], languages),
    )
    const labelled = (language: string) => ends.map((end) => !!end[language]?.trim()).join()
    const uneven = languages.some((language) => labelled(language) !== labelled(languages[0]!))
    return [
      ...(uneven ? [{ path: [...path, 'from'], code: 'labels' as const, values: {} }] : []),
      ...turned(ends, languages).map((language) => ({
        path: [...path, 'from'],
        language,
        code: 'direction' as const,
        values: {},
      })),
    ]
  })
}

/** The languages in which a scale runs the other way than in the first. */
function turned(ends: Record<string, string>[], languages: string[]): string[] {
  const directions = languages.map((language) => {
    const [from, to] = ends.map((end) => polarity(end[language] ?? '', language))
    return Math.sign(to! - from!)
  })
  return languages.filter((_, index) => directions[index]! * directions[0]! < 0)
}
