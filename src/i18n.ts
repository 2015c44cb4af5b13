import { createInstance, type Resource } from 'i18next'

/** Interface words in one language: a key of its locale files, e.g. `citizen:send`. */
export type Words = (key: string, values?: Record<string, string | number>) => string

const files = import.meta.glob<Record<string, unknown>>('/locales/*/*.json', {
  eager: true,
  import: 'default',
})

/** Interface words by language and namespace, from `locales/<language>/<namespace>.json`. */
export const locales: Record<string, Record<string, Record<string, unknown>>> = {}
for (const [path, words] of Object.entries(files)) {
  const [, , language, file] = path.split('/') as [string, string, string, string]
  ;(locales[language] ??= {})[file.replace('.json', '')] = words
}

const first = ['sv', 'da']
const place = (language: string) => first.indexOf(language) + 1 || first.length + 1

export type Interface = ReturnType<typeof makeInterface>

/** The languages of the interface; a test adds one of its own through `more`. */
export function makeInterface(more: typeof locales = {}) {
  const all = { ...locales, ...more }
  const instance = createInstance()
  void instance.init({
    resources: all as Resource,
    ns: Object.keys(all['en'] ?? {}),
    defaultNS: 'citizen',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  const words = new Map(
    Object.keys(all).map((language) => [
      language,
      remembered(instance.getFixedT(language) as unknown as Words),
    ]),
  )
  return {
    /** The first is what a reader gets who prefers none of them. */
    languages: Object.keys(all).toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1)),
    /** Words of a language; an unknown language is a mistake of the caller. */
    words(language: string): Words {
      const found = words.get(language)
      if (!found) throw new Error(`no interface words in "${language}"`)
      return found
    },
  }
}

/** Words without values are the same each time; a page of many sites asks thousands of times. */
function remembered(words: Words): Words {
  const known = new Map<string, string>()
  return (key, values) => {
    if (values) return words(key, values)
    const found = known.get(key) ?? words(key)
    // Keys are the program's own; this is in case one is ever made from something else.
    if (known.size < MOST_WORDS) known.set(key, found)
    return found
  }
}

const MOST_WORDS = 10_000
