import { newId } from '../../src/survey/draft/new-id.ts'
import { wordsOf } from '../../src/survey/draft/texts.ts'
import {
  isMap,
  languagesOf,
  listOf,
  mapOf,
  type Path,
  type Tree,
  valueAt,
  withValue,
} from '../../src/survey/draft/tree.ts'
import type { Kind, Site } from '../../src/survey/questionnaire.ts'

// What an editor does to a draft: each takes a tree and gives another.

export const put = (tree: Tree, path: Path, value: unknown) => withValue(tree, path, value) as Tree

/** Words in one language; a text without any words left is none at all. */
export function putWords(tree: Tree, path: Path, language: string, words: string): Tree {
  const { [language]: _, ...others } = mapOf(valueAt(tree, path))
  const text = words === '' ? others : { ...mapOf(valueAt(tree, path)), [language]: words }
  return put(tree, path, Object.keys(text).length > 0 ? text : undefined)
}

/** Takes the item at `from` to the place `to` of its list. */
export function move(tree: Tree, list: Path, from: number, to: number): Tree {
  const items = listOf(valueAt(tree, list))
  if (to < 0 || to >= items.length || from === to) return tree
  return put(tree, list, items.toSpliced(from, 1).toSpliced(to, 0, items[from]))
}

const idsIn = (items: unknown) => listOf(items).map((item) => String(mapOf(item)['id']))

/** An item with an id made of its words in the first language; the id stays, whatever they become. */
function added(tree: Tree, list: Path, words: string, otherwise: string, more: Tree): Tree {
  const items = listOf(valueAt(tree, list))
  const languages = languagesOf(tree)
  const isSite = list[0] === 'sites'
  // A place is called the same in every language, until somebody says otherwise.
  const [source = 'sv'] = languages
  const spoken = isSite && languages.length > 0 ? languages : [source]
  const text = words && Object.fromEntries(spoken.map((language) => [language, words]))
  const id = newId(words, idsIn(items), otherwise)
  return put(tree, list, [
    ...items,
    { id, ...more, ...(text && { [isSite ? 'name' : 'text']: text }) },
  ])
}

export const addOption = (tree: Tree, list: Path, words: string) =>
  added(tree, list, words, list[0] === 'sites' ? 'plats' : 'val', {})

/** Sites of the register, those that are not there yet. */
export function addSites(tree: Tree, sites: Site[]): Tree {
  const items = listOf(tree['sites'])
  const there = new Set(idsIn(items))
  return put(tree, ['sites'], [...items, ...sites.filter(({ id }) => !there.has(id))])
}

const beginnings: Record<Kind, Tree> = {
  choice: { options: [] },
  choices: { options: [] },
  scale: { from: { value: 1 }, to: { value: 5 } },
  ranking: { options: [] },
  text: {},
}

export const addQuestion = (tree: Tree, kind: Kind, words: string) =>
  added(tree, ['questions'], words, 'fraga', { kind, ...beginnings[kind] })

/** A copy right behind the question; its options keep their ids, which are its own. */
export function duplicate(tree: Tree, index: number): Tree {
  const questions = listOf(tree['questions'])
  const question = mapOf(questions[index])
  const id = newId(String(question['id']), idsIn(questions), 'fraga')
  return put(tree, ['questions'], questions.toSpliced(index + 1, 0, { ...question, id }))
}

const own: Record<Kind, string[]> = {
  choice: ['options', 'other'],
  choices: ['options', 'other', 'none', 'max'],
  scale: ['from', 'to', 'dontKnow'],
  ranking: ['options', 'max'],
  text: ['max', 'quotable'],
}

/** Another kind, with everything that the new one has as well. */
export function changeKind(tree: Tree, index: number, kind: Kind): Tree {
  const question = mapOf(valueAt(tree, ['questions', index]))
  const common = new Set(['id', 'kind', 'text', 'help', 'required', 'showIf'])
  const kept = Object.entries(question).filter(
    ([name]) => common.has(name) || (own[kind].includes(name) && name !== 'max'),
  )
  return put(tree, ['questions', index], {
    ...beginnings[kind],
    ...Object.fromEntries(kept),
    kind,
  })
}

export const addLanguage = (tree: Tree, language: string) =>
  put(tree, ['languages'], [...languagesOf(tree), language])

/** Without a language and all that is said in it. */
export function removeLanguage(tree: Tree, language: string): Tree {
  const languages = languagesOf(tree)
  const isText = (value: Tree) =>
    Object.keys(value).length > 0 &&
    Object.keys(value).length === Object.keys(wordsOf(value, languages)).length
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(without)
    if (!isMap(value)) return value
    if (isText(value)) {
      return Object.fromEntries(Object.entries(value).filter(([name]) => name !== language))
    }
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, without(child)]))
  }
  return {
    ...(without(tree) as Tree),
    languages: languages.filter((one) => one !== language),
  }
}
