import { createInstance, type Resource } from 'i18next'
import { setApart } from './survey/language.ts'

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

const first = ['sv', 'da', 'en']
const place = (language: string) => first.indexOf(language) + 1 || first.length + 1

/** The office has every file; a language for citizens has what they meet (locales/citizens.json). */
const ofOffice = (all: typeof locales) => (language: string) =>
  Object.keys(all['en'] ?? {}).every((file) => file in all[language]!)

export type Interface = ReturnType<typeof makeInterface>

/**
 * The languages of the interface; a test adds one of its own through `more`, and throws where a key
 * is missing. For readers the key stands in for its words, so that they have the rest of the page.
 */
export function makeInterface(more: typeof locales = {}, missing: Missing = (key) => key) {
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
    parseMissingKeyHandler: () => undefined,
  })
  const words = new Map(
    Object.keys(all).map((language) => [
      language,
      remembered(instance.getFixedT(language) as unknown as Asked, language, missing),
    ]),
  )
  const languages = Object.keys(all).toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
  return {
    /** The first is what a reader gets who prefers none of them. */
    languages,
    officeLanguages: languages.filter(ofOffice(all)),
    /** Words of a language; an unknown language is a mistake of the caller. */
    words(language: string): Words {
      const found = words.get(language)
      if (!found) throw new Error(`no interface words in "${language}"`)
      return found
    },
  }
}

/**
 * A page of many sites asks thousands of times, so what a key says is looked up once in each of its
 * plural forms; only the values are set in anew, and nothing in a value is looked up.
 */
function remembered(ask: Asked, language: string, missing: Missing): Words {
  const known = new Map<string, string>()
  const plurals = new Intl.PluralRules(language)
  const apart = setApart(language)
  return (key, values) => {
    const count = values?.['count']
    const plural = typeof count === 'number' ? (count === 0 ? 'zero' : plurals.select(count)) : ''
    const place = `${key} ${plural}`
    const options = { ...(plural && { count }), ...AS_IT_STANDS }
    const pattern = known.get(place) ?? ask(key, options) ?? missing(key, language)
    // Keys are the program's own; this is in case one is ever made from something else.
    if (known.size < MOST_WORDS) known.set(place, pattern)
    return values
      ? pattern.replace(VALUE, (_, name: string) => apart(`${values[name] ?? ''}`))
      : pattern
  }
}

type Asked = (key: string, options: Record<string, unknown>) => string | undefined
type Missing = (key: string, language: string) => string

const AS_IT_STANDS = { skipInterpolation: true }
const VALUE = /\{\{(\w+)\}\}/g
const MOST_WORDS = 10_000
