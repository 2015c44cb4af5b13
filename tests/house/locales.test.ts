import { describe, expect, test } from 'vitest'
import citizens from '../../locales/citizens.json' with { type: 'json' }
import { locales, makeInterface } from '../../src/i18n.ts'
import { kinds } from '../../src/survey/kinds/kinds.ts'
import { sourcesIn } from './sources.ts'

/** Keys as `namespace:a.b`, with their words. */
function flat(language: string): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') return void found.set(path, value)
    for (const [key, child] of Object.entries(value as object)) {
      walk(child, path.endsWith(':') ? path + key : `${path}.${key}`)
    }
  }
  for (const [namespace, words] of Object.entries(locales[language]!)) walk(words, `${namespace}:`)
  return found
}

const { languages, officeLanguages } = makeInterface()
const swedish = flat('sv')
const PLURAL = /_(zero|one|two|few|many|other)$/

/** The keys that a language must have, each in the plural forms of its own grammar. */
function expectedIn(language: string): string[] {
  const met = (key: string) => isOf(key, citizens.words) && !isOf(key, citizens.except)
  const all = [...swedish.keys()].filter((key) => officeLanguages.includes(language) || met(key))
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  return all.flatMap((key) => {
    if (key.endsWith('_other')) return forms.map((form) => key.replace(PLURAL, `_${form}`))
    // Nought may have words of its own where the grammar asks for none.
    return PLURAL.test(key) && (!key.endsWith('_zero') || forms.includes('zero')) ? [] : [key]
  })
}

/** A part is a key, or what several begin with. */
const isOf = (key: string, parts: string[]) =>
  parts.some((part) =>
    /[:.]$/.test(part) ? key.startsWith(part) : key.replace(PLURAL, '') === part,
  )

/** What Swedish says in a form of the plural, or in any. */
const inSwedish = (key: string) => swedish.get(key) ?? swedish.get(key.replace(PLURAL, '_other'))!
const holes = (words: string) =>
  [...words.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!).toSorted()
const code = sourcesIn('src', 'web')
  .map(({ text }) => text)
  .join('\n')

describe.each(languages)('%s', (language) => {
  const words = flat(language)

  test('has the keys of Swedish, or those that citizens meet', () => {
    expect([...words.keys()].toSorted()).toEqual(expectedIn(language).toSorted())
  })

  test('fills the same holes', () => {
    const differing = [...words].filter(
      ([key, text]) => new Set(holes(text)).size !== new Set(holes(inSwedish(key))).size,
    )
    // A plural for one or two may spell the number out.
    expect(differing.map(([key]) => key).filter((key) => !/_(zero|one|two)$/.test(key))).toEqual([])
  })

  test('has words, not blanks or leftovers', () => {
    const bad = [...words].filter(([, text]) => text.trim() === '' || /TODO|XXX|lorem/i.test(text))
    expect(bad).toEqual([])
  })

  test('is not another language copied', () => {
    if (language === 'sv') return
    const said = (text: string) => text.replaceAll(/\{\{.*?\}\}|https?:\S+/g, '')
    const same = [...words].filter(
      ([key, text]) => text === inSwedish(key) && said(text).length > 25,
    )
    expect(same).toEqual([])
  })
})

test('what is said by kind of question is said of each kind', () => {
  const most = ['choice', 'choices', 'scale']
  const lacking = (words: unknown, path: string): string[] => {
    if (typeof words !== 'object' || words === null) return []
    const own = most.every((kind) => Object.hasOwn(words, kind))
      ? kinds.filter((kind) => kind !== 'text' && !Object.hasOwn(words, kind))
      : []
    const below = Object.entries(words).flatMap(([key, one]) => lacking(one, `${path}.${key}`))
    return [...own.map((kind) => `${path}.${kind}`), ...below]
  }
  expect(lacking(locales['sv'], 'sv')).toEqual([])
})

test('those who plan and look after surveys read Swedish, Danish and English', () => {
  expect(officeLanguages).toEqual(['sv', 'da', 'en'])
})

describe('what citizens meet', () => {
  test.each([...citizens.words, ...citizens.except])('%s is there', (part) => {
    expect([...swedish.keys()].some((key) => isOf(key, [part]))).toBe(true)
  })
})

describe('keys', () => {
  const bare = (key: string) =>
    key.replace(/^[a-z-]+:/, '').replace(/_(zero|one|two|few|many|other)$/, '')
  const known = new Set([...swedish.keys()].map(bare))

  test('that the code names are there', () => {
    const named = [...code.matchAll(/\b(?:words|say)\(\s*'([\w.:-]+)'/g)].map(([, key]) =>
      bare(key!),
    )
    expect(named.length).toBeGreaterThan(50)
    const all = [...known]
    const there = (key: string) => known.has(key) || all.some((one) => one.endsWith(`.${key}`))
    expect(named.filter((key) => !there(key))).toEqual([])
  })

  test('that are there are named by the code, whole or as a beginning', () => {
    const literals = [...code.matchAll(/'([\w.:-]+)'|`([\w.:-]+)\$\{/g)].map(([, whole, start]) =>
      bare(whole ?? start!),
    )
    const whole = new Set(literals)
    const starts = literals.filter((literal) => /[._]$/.test(literal))
    const unused = [...known].filter(
      (key) => !whole.has(key) && !starts.some((start) => `${key}_`.startsWith(start)),
    )
    expect(unused).toEqual([])
  })
})
