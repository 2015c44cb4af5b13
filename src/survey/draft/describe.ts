import { ORDER } from './merge-lists.ts'
import { named } from './differences.ts'
import {
  isMap,
  languagesOf,
  listOf,
  mapOf,
  type Path,
  type Step,
  type Tree,
  valueAt,
} from './tree.ts'

/** How a draft is spoken of: words of editor.json, and the names of languages. */
export interface Words {
  say(key: string, values?: Record<string, string | number>): string
  called(language: string): string
}

/** An item in words: its text in the first language that it has, else its number. */
export function nameOf({ tree, say }: Pick<Words, 'say'> & { tree: Tree }, path: Path): string {
  const item = mapOf(valueAt(tree, path))
  const words = firstWords(item['text'] ?? item['name'], languagesOf(tree))
  const number = Number(path.at(-1)) + 1
  return words ? `”${words}”` : say(`place.${String(path.at(-2))}`, { number })
}

function firstWords(text: unknown, languages: string[]): string {
  const words = mapOf(text)
  const found = languages.map((language) => words[language]).find((one) => one)
  return typeof found === 'string' ? short(found) : ''
}

const short = (words: string) => (words.length > 50 ? `${words.slice(0, 48).trimEnd()}…` : words)

/** A field in words, as "Fråga 2, svarsalternativ 1, danska". Items are named by place or id. */
export function placeOf(words: Words, tree: Tree, path: Path): string {
  const parts: string[] = []
  let list: string | undefined
  for (const [depth, step] of path.entries()) {
    if (list && step !== ORDER) {
      parts.push(words.say(`place.${list}`, { number: numberOf(tree, path.slice(0, depth), step) }))
      list = undefined
    } else if (depth === path.length - 1 && languagesOf(tree).includes(String(step))) {
      parts.push(words.called(String(step)))
    } else if (
      ['questions', 'options', 'sites'].includes(String(step)) &&
      depth < path.length - 1
    ) {
      list = String(step)
    } else if (typeof step === 'number') parts.push(String(step + 1))
    else parts.push(fieldName(words, step === ORDER ? 'order' : step))
  }
  const [first = '', ...rest] = parts
  return [first, ...rest].filter(Boolean).join(', ')
}

/** A field that has no name in the page is called as in the file. */
function fieldName({ say }: Words, step: string): string {
  const key = `name.${step}`
  const name = say(key)
  return name === key ? step : name
}

function numberOf(tree: Tree, list: Path, step: Step): number | string {
  const items = listOf(
    named(
      tree,
      list.map((one, depth) => idAt(tree, list, depth) ?? one),
    ),
  )
  const index = items.findIndex((item) => isMap(item) && item['id'] === step)
  if (index >= 0) return index + 1
  return typeof step === 'number' ? step + 1 : `”${step}”`
}

/** The id of the item that a place in a list stands for. */
function idAt(tree: Tree, path: Path, depth: number): Step | undefined {
  if (typeof path[depth] !== 'number') return undefined
  return mapOf(valueAt(tree, path.slice(0, depth + 1)))['id'] as Step | undefined
}

/** A value in words, for choosing between two. */
export function valueIn({ say }: Words, value: unknown): string {
  if (value === undefined || value === null || value === '') return say('value.none')
  if (typeof value === 'boolean') return say(value ? 'value.yes' : 'value.no')
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((one) => valueIn({ say } as Words, one)).join(', ')
  const map = mapOf(value)
  const words = Object.values(mapOf(map['text'] ?? map['name'])).join(' / ')
  return (
    words ||
    Object.values(map)
      .map((one) => valueIn({ say } as Words, one))
      .join(' ')
  )
}
