import { setApart } from '../../src/survey/language.ts'

/** Interface words in one language, by key, e.g. `kiosk:question.next`. */
export type Words = (key: string, values?: Record<string, string | number>) => string

type Tree = { [key: string]: string | Tree }
type Files = Record<string, Tree | string>

// Of the citizen's words only what the tablet says too: each is its own export of the file.
const parts: Record<string, Files> = {
  kiosk: import.meta.glob('/locales/*/kiosk.json', { eager: true, import: 'default' }),
  choices: import.meta.glob('/locales/*/citizen.json', { eager: true, import: 'choices' }),
  demo: import.meta.glob('/locales/*/citizen.json', { eager: true, import: 'demo' }),
  fault: import.meta.glob('/locales/*/citizen.json', { eager: true, import: 'fault' }),
  number: import.meta.glob('/locales/*/citizen.json', { eager: true, import: 'number' }),
  numeric: import.meta.glob('/locales/*/citizen.json', { eager: true, import: 'numeric' }),
  option: import.meta.glob('/locales/*/citizen.json', { eager: true, import: 'option' }),
  optional: import.meta.glob('/locales/*/citizen.json', { eager: true, import: 'optional' }),
  other: import.meta.glob('/locales/*/citizen.json', { eager: true, import: 'other' }),
  required: import.meta.glob('/locales/*/citizen.json', { eager: true, import: 'required' }),
  scale: import.meta.glob('/locales/*/citizen.json', { eager: true, import: 'scale' }),
  send: import.meta.glob('/locales/*/citizen.json', { eager: true, import: 'send' }),
  text: import.meta.glob('/locales/*/citizen.json', { eager: true, import: 'text' }),
  thanks: import.meta.glob('/locales/*/citizen.json', { eager: true, import: 'thanks' }),
}

const trees = new Map<string, Tree>()
for (const [part, files] of Object.entries(parts)) {
  for (const [path, words] of Object.entries(files)) {
    const language = path.split('/')[2]!
    const tree = trees.get(language) ?? {}
    trees.set(language, Object.assign(tree, { [part]: words }))
  }
}

const first = ['sv', 'da', 'en']
const place = (language: string) => first.indexOf(language) + 1 || first.length + 1

/** Languages that the tablet itself speaks. */
export const languages = [...trees.keys()].sort((a, b) => place(a) - place(b))

/** English where a survey speaks a language that the tablet does not. */
export const spoken = (language: string) => (trees.has(language) ? language : 'en')

export function wordsIn(language: string): Words {
  const tree = trees.get(spoken(language))!
  const plural = new Intl.PluralRules(spoken(language))
  const apart = setApart(spoken(language))
  return (key, values = {}) => {
    const count = values['count']
    const form = typeof count === 'number' ? `${key}_${plural.select(count)}` : key
    const number = count?.toLocaleString(spoken(language)) ?? ''
    const all: typeof values = { number, ...values }
    const found = at(tree, form) ?? at(tree, key) ?? key
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => apart(String(all[name] ?? '')))
  }
}

function at(tree: Tree, key: string): string | undefined {
  let found: Tree | string | undefined = tree
  for (const name of key.replace(':', '.').split('.')) {
    found = typeof found === 'object' ? found[name] : undefined
  }
  return typeof found === 'string' ? found : undefined
}

/** A number in running text: a word up to ten. */
export const numberWord = (number: number, words: Words) =>
  number >= 1 && number <= 10 ? words(`number.${number}`) : String(number)

/** The tablet's languages in the order that its owner prefers them. */
export const preferred = (wished: readonly string[]): string =>
  wished.map((wish) => wish.split('-')[0]!).find((wish) => languages.includes(wish)) ??
  languages[0]!
