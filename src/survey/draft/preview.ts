import type { Questionnaire } from '../questionnaire.ts'
import { lenient } from './lenient.ts'
import { type TextPlace, textsIn } from './texts.ts'
import { listOf, isMap, mapOf, type Path, type Tree, withValue } from './tree.ts'

/** Stands where a draft has no words yet. */
const BLANK = '…'

/** A draft as the questionnaire that it would be by now, with blanks where words are missing. */
export function previewOf(tree: unknown, id: string, known: string[]): Questionnaire {
  const { languages } = lenient(tree, id, known)
  return { ...lenient(filled(mapOf(tree), languages), id, known), number: 0 }
}

function filled(tree: Tree, languages: string[]): Tree {
  const blank = Object.fromEntries(languages.map((language) => [language, BLANK]))
  const withOptions = withValue(
    tree,
    ['questions'],
    listOf(tree['questions']).map(completed),
  ) as Tree
  const paths: Path[] = [
    ['title'],
    ['intro'],
    ...listOf(withOptions['questions']).map((_, index) => ['questions', index, 'text']),
  ]
  const texts = new Map<string, TextPlace>(
    textsIn({ ...withOptions, languages }).map((place) => [JSON.stringify(place.path), place]),
  )
  const all = new Map([...texts.values()].map(({ path }) => [JSON.stringify(path), path]))
  for (const path of paths) all.set(JSON.stringify(path), path)
  let whole: unknown = withOptions
  for (const [key, path] of all) {
    const words = Object.entries(texts.get(key)?.words ?? {}).filter(([, one]) => one.trim())
    whole = withValue(whole, path, { ...blank, ...Object.fromEntries(words) })
  }
  return whole as Tree
}

/** Two options at least, so that a question shows while its options are being written. */
function completed(question: unknown): unknown {
  if (!isMap(question)) return question
  const { kind, options } = question
  if (!['choice', 'choices', 'ranking'].includes(String(kind))) return question
  const given = listOf(options)
  const more = ['blank-1', 'blank-2'].slice(given.length).map((id) => ({ id, text: BLANK }))
  return { ...question, options: [...given, ...more] }
}
