import type { Text } from '../questionnaire.ts'
import {
  isMap,
  languagesOf,
  listOf,
  mapOf,
  type Path,
  type Tree,
  valueAt,
  withValue,
} from './tree.ts'

/** Where a draft has words for people. */
export interface TextPlace {
  /** stays the same when questions move, e.g. `questions/vantan/options/lang/text` */
  key: string
  path: Path
  words: Text
}

const privacyTexts = ['purpose', 'controller', 'contact', 'legalBasis', 'decision']

/** Every text of a draft that is there in at least one language. */
export function textsIn(tree: Tree): TextPlace[] {
  const languages = languagesOf(tree)
  const place = (names: string[], path: Path, value: unknown): TextPlace[] => {
    const words = wordsOf(value, languages)
    return Object.keys(words).length > 0 ? [{ key: names.join('/'), path, words }] : []
  }
  const privacy = mapOf(tree['privacy'])
  return [
    ...['title', 'intro'].flatMap((name) => place([name], [name], tree[name])),
    ...privacyTexts.flatMap((name) => {
      const path = ['privacy', name]
      return place(path, path, privacy[name])
    }),
    ...items(tree['sites']).flatMap(({ id, index, item }) =>
      place(['sites', id, 'name'], ['sites', index, 'name'], item['name']),
    ),
    ...items(tree['questions']).flatMap(({ id, index, item }) => {
      const [names, path] = [
        ['questions', id],
        ['questions', index],
      ]
      const own = (...more: string[]) =>
        place([...names, ...more], [...path, ...more], more.reduce(childOf, item as unknown))
      return [
        ...own('text'),
        ...own('help'),
        ...own('unit'),
        ...own('from', 'text'),
        ...own('to', 'text'),
        ...items(item['options']).flatMap((option) =>
          place(
            [...names, 'options', option.id, 'text'],
            [...path, 'options', option.index, 'text'],
            option.item['text'],
          ),
        ),
      ]
    }),
  ]
}

const childOf = (value: unknown, name: string) => mapOf(value)[name]

const items = (value: unknown) =>
  listOf(value).flatMap((item, index) =>
    isMap(item) ? [{ id: String(item['id'] ?? `#${index}`), index, item }] : [],
  )

/** Words per language; one plain text stands for every language. */
export function wordsOf(value: unknown, languages: string[]): Text {
  const given = typeof value === 'string' ? languages.map((one) => [one, value]) : []
  const entries = isMap(value) ? Object.entries(value) : given
  return Object.fromEntries(
    entries.filter(
      ([language, words]) => typeof words === 'string' && languages.includes(String(language)),
    ),
  ) as Text
}

/** The tree with every plain text written out for each language, so that each can be edited. */
export function writtenOut(tree: Tree): Tree {
  let whole: unknown = tree
  for (const { path, words } of textsIn(tree)) {
    whole = withValue(whole, path, { ...mapOf(valueAt(tree, path)), ...words })
  }
  return whole as Tree
}
