import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSecret } from '../../src/secrets.ts'
import { Browser } from '../browser-by-hand.ts'
import { runs, seeded } from '../random.ts'
import { ACT, NOON, start, type Started } from '../start.ts'
import { edited } from '../survey/edits.ts'
import { tree } from '../survey/tree.ts'

let svar: Started
let anna: Browser
const here = '/office/surveys/prov-1'
const seed = Math.floor(seeded('drafts through the door')() * 2 ** 31)

beforeAll(async () => {
  svar = await start()
  await svar.store.saveOrganisation({ id: 'nord', name: 'N', accent: '#0b5f66', demo: false }, ACT)
  await svar.store.addDraft('nord', 'prov-1', tree(), ACT)
  await svar.addUser('anna@nord.example')
  await svar.store.openSession(hashSecret('anna'), 'anna@nord.example', Date.parse(NOON))
  anna = new Browser(svar.app)
  anna.cookies.set('svar-session', 'anna')
  await anna.get(`${here}/edit`)
})
afterAll(() => svar.close())

const draft = async () => (await svar.store.draft('nord', 'prov-1'))!

const nasty = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea><svg/onload=alert(1)>',
  '{{count}} ${7*7} %00 \u0000 \u202e',
  '&lt;b&gt; &amp;amp;',
  '- *alias\n& anchor: !!js/function "x"',
  '\ud800 ensam, 👩‍👩‍👧 och \u200b',
  '  kanter\t\r\n',
  'null',
  '~',
  '0x1F',
  '2026-01-01',
  'yes: no # kommentar',
]
const words = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme', maxLength: 40 }))
const id = fc.constantFrom('q1', 'q2', 'q3', 'ny')
const edit = fc.oneof(
  fc.tuple(fc.constant('say' as const), id, words),
  fc.tuple(fc.constant('add' as const), fc.constantFrom('ny', 'nyare'), words),
  fc.tuple(fc.constant('option' as const), id, fc.constantFrom('a', 'c'), words),
  fc.tuple(
    fc.constant('set' as const),
    fc.constantFrom('title', 'odd', 'opens', 'sites'),
    fc.oneof(words, fc.jsonValue()),
  ),
)
const drafts = fc.array(edit, { maxLength: 8 }).map((edits) => edits.reduce(edited, tree()))

test('export, then import, gives the same draft', async () => {
  await fc.assert(
    fc.asyncProperty(drafts, async (given) => {
      const { revision: base } = await draft()
      const saved = await anna.json(`${here}/draft`, { base, tree: given, marks: {} })
      expect(saved.statusCode).toBe(200)
      const { tree: before } = await draft()
      const file = (await anna.get(`${here}/draft.yaml`)).body
      const fields = { base: String(base + 1) }
      expect((await anna.upload(`${here}/file`, fields, file)).statusCode).toBe(303)
      expect((await draft()).tree).toEqual(before)
    }),
    { seed, numRuns: runs(30) },
  )
})

test('hostile words are words, on the page and in the preview', async () => {
  await fc.assert(
    fc.asyncProperty(drafts, async (given) => {
      const { revision: base } = await draft()
      await anna.json(`${here}/draft`, { base, tree: given, marks: {} })
      for (const path of ['edit', 'preview']) {
        const page = await anna.get(`${here}/${path}`)
        expect(page.statusCode).toBe(200)
        const scripts = page.body.match(/<script[^>]*>/g) ?? []
        expect(
          scripts.filter((tag) => !tag.startsWith('<script type="module" src="/assets/')),
        ).toEqual([])
        expect(page.body).not.toMatch(/<(img|svg)\b/i)
        expect(page.body).not.toMatch(/<[^>"]*\son(error|load|mouseover)=/i)
      }
      const page = (await anna.get(`${here}/edit`)).body
      const data = /data-editor="([^"]*)"/.exec(page)![1]!
      const stored = JSON.stringify((await draft()).tree)
      expect(
        JSON.stringify((JSON.parse(unescaped(data)) as { draft: { tree: object } }).draft.tree),
      ).toBe(stored)
    }),
    { seed, numRuns: runs(30) },
  )
})

const unescaped = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
