import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { sourcesIn } from './sources.ts'

const sheets = sourcesIn('web/styles')
const imported = /@import '\.\/([\w-]+\.css)'/g
const wholes = sheets.filter(({ text }) => text.includes('@import'))

/** What a class looks like by itself: rules that begin a line, so none that adapt to a medium. */
const homesOf = (text: string) =>
  [...text.matchAll(/^\.([\w-]+)(?= \{|,$)/gm)].map(([, name]) => name!)

/** What all pages share, or office and published pages do, may be adapted. */
const shared = new Set(['base.css', 'tokens.css', 'kiosk-tokens.css', 'tones.css'])

test.each(wholes.map((whole) => [basename(whole.path), whole] as const))(
  'in %s a class means one thing, said in one file',
  (_, whole) => {
    const names = [...whole.text.matchAll(imported)].map(([, name]) => name!)
    expect(names.length).toBeGreaterThan(3)
    const homes = new Map<string, Set<string>>()
    for (const name of names.filter((one) => !shared.has(one))) {
      const sheet = sheets.find(({ path }) => basename(path) === name)!
      for (const known of homesOf(sheet.text)) {
        homes.set(known, (homes.get(known) ?? new Set()).add(name))
      }
    }
    const torn = [...homes].filter(([, where]) => where.size > 1)
    expect(torn.map(([name, where]) => [name, ...where])).toEqual([])
  },
)
