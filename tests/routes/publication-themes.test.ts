import { afterAll, beforeAll, expect, test } from 'vitest'
import { purgeDue } from '../../src/purging.ts'
import type { Browser } from '../browser-by-hand.ts'
import { expectSoundHtml } from '../html.ts'
import { ACT, type Started } from '../start.ts'
import { anyone, publish, publishes, released, signedIn } from './publishing.ts'

let svar: Started
let office: Browser

beforeAll(async () => {
  ;({ svar, office } = await released())
  for (const [id, name, key] of [
    ['tider', 'Svårt att få tid', '1'],
    ['bemotande', 'Bemötande', '2'],
  ] as const) {
    await svar.store.saveTheme('nord', 'prov', { id, name, description: '', key }, ACT)
  }
})
afterAll(() => svar.close())

const page = async (language = 'sv') =>
  (await anyone(svar, `/s/prov/results?lang=${language}`)).body.replaceAll('\u00a0', ' ')

/** Sorts so many of the comments that nobody has sorted. */
async function sort(count: number, theme: string) {
  const { comments } = (await svar.store.comments('nord', 'prov'))!
  const sorted = new Set((await svar.store.codings('nord', 'prov')).map(({ text }) => text))
  const left = comments.filter(({ id }) => !sorted.has(id)).slice(0, count)
  for (const { id } of left) {
    await svar.store.code({ organisation: 'nord', survey: 'prov', text: id }, [theme], ACT)
  }
}

test('where nothing is sorted, there are no themes to pick, whoever sends them', async () => {
  expect((await office.get(publish)).body).not.toContain('name="themes"')
  await publishes(office, { themes: ['ord'] })
  expect(await page()).not.toContain('Det ni skrev om')
})

test('what comments are about is published as it stood, in every language', async () => {
  await sort(12, 'tider')
  await sort(4, 'bemotande')
  const form = (await office.get(publish)).body
  expect(form).toContain('12 av 26 fritextsvar handlar om ”Svårt att få tid”')
  await publishes(office, { themes: ['ord', 'val'], revision: '1' })
  const shown = await page()
  await expectSoundHtml(shown)
  expect(shown).toContain('Det ni skrev om')
  expect(shown).toContain('46,2 % (12)')
  expect(shown).toContain('15,4 % (4)')
  expect(shown).toContain('10 svar är inte sorterade än.')
  expect(await page('da')).toContain('Det, I skrev om')

  await sort(10, 'bemotande')
  expect(await page()).toContain('15,4 % (4)')
  await publishes(office, { themes: ['ord'], revision: '2' })
  expect(await page()).toContain('53,8 % (14)')
})

test('what was published of themes stays when the comments are deleted', async () => {
  svar.setClock('2028-01-01T09:00:00+01:00')
  expect(await purgeDue(svar.store, Date.parse('2028-01-01T08:00:00Z'))).toHaveLength(1)
  const later = await signedIn(svar, 'siv@nord.example', 'nord', '2028-01-01T09:00:00+01:00')
  expect(await page()).toContain('53,8 % (14)')
  expect((await later.get(publish)).body).toMatch(/name="themes"[^>]*value="ord"[^>]*checked/)
})
