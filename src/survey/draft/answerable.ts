import type { Content } from '../questionnaire.ts'
import { wordsOf } from './texts.ts'
import { languagesOf, mapOf, type Tree } from './tree.ts'

/** Who answers for the data is mostly who did so last time: words of earlier surveys, newest first. */
export function withAnswerable(tree: Tree, earlier: Pick<Content, 'privacy'>[]): Tree {
  const privacy = mapOf(tree['privacy'])
  const languages = languagesOf(tree)
  const known = (['controller', 'contact'] as const).flatMap((name) => {
    const said = wordsOf(privacy[name], languages)
    const words = languages.flatMap((language) => {
      const last = earlier.find((one) => one.privacy[name][language])?.privacy[name][language]
      const own = said[language] ?? last
      return own ? [[language, own]] : []
    })
    return words.length > 0 ? [[name, Object.fromEntries(words)]] : []
  })
  return known.length > 0
    ? { ...tree, privacy: { ...privacy, ...Object.fromEntries(known) } }
    : tree
}
