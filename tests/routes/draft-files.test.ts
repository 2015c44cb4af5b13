import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kinds } from '../../src/survey/kinds/kinds.ts'
import { staleIn } from '../../src/survey/draft/marks.ts'
import { textsIn } from '../../src/survey/draft/texts.ts'
import { mapOf } from '../../src/survey/draft/tree.ts'
import type { Browser } from '../browser-by-hand.ts'
import { seeded } from '../random.ts'
import { ACT, start, type Started } from '../start.ts'
import { contentOf, type Tree } from '../survey/tree.ts'
import { wholeSurvey } from '../survey/whole.ts'
import { signedIn } from './two-offices.ts'

let svar: Started
let anna: Browser
const here = '/office/surveys/hel'
const seed = Math.floor(seeded('whole surveys as files')() * 2 ** 31)

beforeAll(async () => {
  svar = await start()
  await svar.store.saveOrganisation({ id: 'nord', name: 'N', accent: '#0b5f66', demo: false }, ACT)
  await svar.store.addDraft('nord', 'hel', {}, ACT)
  await svar.addUser('anna@nord.example')
  anna = await signedIn(svar, 'anna@nord.example')
})
afterAll(() => svar.close())

const draft = async (id = 'hel') => (await svar.store.draft('nord', id))!

test('a survey of any kind and setting is the same after export and import', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(wholeSurvey('hel'), async (tree) => {
      for (const name of namesIn(tree)) seen.add(name)
      const { revision: base } = await draft()
      await anna.get(`${here}/edit`)
      const marks = marksOf(tree)
      expect((await anna.json(`${here}/draft`, { base, tree, marks })).statusCode).toBe(200)
      const before = await draft()
      expect(before.tree).toEqual(tree)
      const file = (await anna.get(`${here}/draft.yaml`)).body

      const emptied = { base: before.revision, tree: { id: 'hel' }, marks: before.marks }
      await anna.json(`${here}/draft`, emptied)
      const after = { base: String(before.revision + 1) }
      expect((await anna.upload(`${here}/file`, after, file)).statusCode).toBe(303)
      const back = await draft()
      expect(back.tree).toEqual(before.tree)
      // A translation that comes anew is right for the text that it comes with.
      expect(staleIn(mapOf(back.tree), back.marks)).toEqual([])
      expect(contentOf(back.tree)).toEqual(contentOf(tree))

      // One that was outdated stays so, since the same file says nothing of it.
      await anna.json(`${here}/draft`, { base: back.revision, tree, marks })
      const again = { base: String(back.revision + 1) }
      expect((await anna.upload(`${here}/file`, again, file)).statusCode).toBe(303)
      expect(await draft()).toMatchObject({ tree, marks })
    }),
    { seed, numRuns: 40 },
  )
  expect([...seen]).toEqual(expect.arrayContaining(everything))
})

const fields = `intro opens closes timeZone smallestGroup graceDays sites listed privacy purpose
  controller contact legalBasis decision retainUntil help required showIf options other none max
  dontKnow from to decimals unit bins`
const everything = [...kinds.map((kind) => `kind ${kind}`), ...fields.split(/\s+/)]

/** The names of all fields, and the kinds of all questions. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'kind' ? [`kind ${String(one)}`] : [name, ...namesIn(one)],
  )
}

/** Every text that is translated is marked as a translation of something. */
const marksOf = (tree: Tree) =>
  Object.fromEntries(textsIn(tree).map(({ key }, index) => [`${key}:da`, `Källa ${index % 3}`]))
