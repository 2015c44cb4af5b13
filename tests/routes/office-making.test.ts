import { readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashSecret } from '../../src/secrets.ts'
import { readDraft } from '../../src/survey/draft/draft.ts'
import { missing } from '../../src/survey/draft/missing.ts'
import { hintsOn } from '../../src/survey/quality/hints.ts'
import { templates } from '../../src/templates.ts'
import { Browser } from '../browser-by-hand.ts'
import { ACT, NOON, start, type Started } from '../start.ts'
import { known, tree } from '../survey/tree.ts'
import { onceOf } from './two-offices.ts'

let svar: Started
let anna: Browser
const making = '/office/surveys/new'

beforeAll(async () => {
  svar = await start()
  for (const id of ['nord', 'syd']) {
    await svar.store.saveOrganisation({ id, name: id, accent: '#0b5f66', demo: false }, ACT)
  }
  await svar.store.addDraft('nord', 'prov-1', tree(), ACT)
  await svar.store.addDraft('syd', 'annans', tree({ id: 'annans' }), ACT)
  await svar.addUser('anna@nord.example')
  anna = new Browser(svar.app)
  await svar.store.openSession(hashSecret('anna'), 'anna@nord.example', Date.parse(NOON))
  anna.cookies.set('svar-session', 'anna')
})
afterAll(() => svar.close())

const once = async () => onceOf((await anna.get(making)).body)
const idIn = (location: unknown) => /surveys\/([\w-]+)\/edit$/.exec(String(location))?.[1] ?? ''
const treeOf = async (id: string) =>
  (await svar.store.draft('nord', id))?.tree as Record<string, unknown>

async function make(fields: Record<string, string | string[]>) {
  const sent = await anna.submit(making, { once: await once(), languages: ['sv', 'da'], ...fields })
  return { sent, id: idIn(sent.headers.location) }
}

test('a blank one has a title and languages, and an address made of the title', async () => {
  const { id } = await make({ from: 'blank', title: 'Får vi öppet på kvällen?' })
  expect(id).toBe('far-vi-oppet-pa-kvallen')
  const expected = { id, languages: ['sv', 'da'], title: { sv: 'Får vi öppet på kvällen?' } }
  expect(await treeOf(id)).toMatchObject(expected)
})

test('who answers for the data is who did in the organisation’s last survey, and never another’s', async () => {
  const own = tree({ id: 'nyare', opens: '2027-01-01', closes: '2027-02-01' })
  const controller = { sv: 'Regionstyrelsen', da: 'Regionsrådet' }
  const privacy = { ...(own['privacy'] as object), controller }
  await svar.store.addDraft('nord', 'nyare', { ...own, privacy }, ACT)
  const { id } = await make({ from: 'blank', title: 'Nästa' })
  const contact = { sv: 'kontakt@exempel.example', da: 'kontakt@exempel.example' }
  expect((await treeOf(id))['privacy']).toEqual({ controller, contact })
})

test.each(templates.map(({ id }) => id))(
  'template %s is made in the languages asked for',
  async (from) => {
    const { id } = await make({ from, languages: ['da', 'en'] })
    const made = await treeOf(id)
    expect(made['languages']).toEqual(['da', 'en'])
    expect(JSON.stringify(made)).not.toContain('"sv"')
    expect((await anna.get(`/office/surveys/${id}/preview?lang=da`)).statusCode).toBe(200)
  },
)

describe.each(templates)('$id', ({ id, tree: made }) => {
  test('is a sound survey file in three languages, without what only an organisation can say', () => {
    const read = readDraft(parse(readFileSync(`db/templates/${id}.yaml`, 'utf8')), known)
    if ('faults' in read) throw new Error(JSON.stringify(read.faults))
    expect(read.content.languages.toSorted()).toEqual(['da', 'en', 'sv'])
    const lacks = new Set(missing(read.content).map((path) => path.slice(0, 2).join('.')))
    const own = ['privacy.controller', 'privacy.contact', 'privacy.decision', 'privacy.retainUntil']
    expect([...lacks].toSorted()).toEqual(own.toSorted())
    expect(read.content).not.toHaveProperty('opens')
    expect(hintsOn(made, {}).map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([])
  })
})

test('a copy keeps the ids of questions, and nothing of the inquiry itself', async () => {
  const { id } = await make({ from: 'copy', copy: 'prov-1', title: 'Prov igen' })
  const copy = await treeOf(id)
  expect(copy).toMatchObject({
    id: 'prov-igen',
    questions: tree()['questions'],
    title: { sv: 'Prov igen', da: 'Prov' },
  })
  expect(Object.keys(copy)).not.toContain('closes')
  expect(Object.keys(copy['privacy'] as object)).not.toContain('retainUntil')
})

test('another’s survey cannot be copied, and looks like none', async () => {
  for (const copy of ['annans', 'finns-inte']) {
    const { sent } = await make({ from: 'copy', copy })
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain('Välj vad du vill börja med.')
  }
})

test.each([
  [{ from: 'blank', title: ' ' }, 'Skriv en rubrik.'],
  [{ from: 'blank', title: 'x'.repeat(201) }, 'Rubriken är för lång.'],
  [{ from: 'blank', title: 'A', address: 'å ä' }, 'Adressen får bara ha'],
  [{ from: 'blank', title: 'A', address: 'new' }, 'Adressen får bara ha'],
  [{ from: 'blank', title: 'A', address: 'annans' }, 'Adressen är upptagen.'],
  [{ from: 'blank', title: 'A', languages: ['xx'] }, 'Välj minst ett språk.'],
  [{ from: 'mall', title: 'A' }, 'Välj vad du vill börja med.'],
])('%o is refused, and nothing typed is lost', async (fields, words) => {
  const before = await svar.store.surveys('nord')
  const { sent } = await make(fields as Record<string, string>)
  expect(sent.statusCode).toBe(422)
  expect(sent.body).toContain(words)
  if (fields.title.trim()) expect(sent.body).toContain(`value="${fields.title}"`)
  expect(await svar.store.surveys('nord')).toEqual(before)
})

test('the same form twice, also at once, is one survey', async () => {
  const fields = { once: await once(), from: 'blank', title: 'Dubbelt', languages: 'sv' }
  const sent = await Promise.all([1, 2, 3].map(() => anna.submit(making, fields)))
  expect(new Set(sent.map(({ headers }) => headers.location)).size).toBe(1)
  const all = await svar.store.surveys('nord')
  expect(all.filter(({ id }) => id.startsWith('dubbelt'))).toHaveLength(1)
})

test('a form that was opened in another organisation makes a survey of its own', async () => {
  const fields = { once: await once(), from: 'blank', title: 'Vems', languages: 'sv' }
  expect(idIn((await anna.submit(making, fields)).headers.location)).toBe('vems')
  await svar.addUser('bo@syd.example', 'syd')
  await svar.store.openSession(hashSecret('bo'), 'bo@syd.example', Date.parse(NOON))
  const bo = new Browser(svar.app)
  bo.cookies.set('svar-session', 'bo')
  await bo.get(making)
  const sent = await bo.submit(making, fields)
  expect(sent.statusCode).toBe(303)
  const own = (await svar.store.surveys('syd')).map(({ id }) => id)
  expect(own).toContain(idIn(sent.headers.location))
})

describe('a file', () => {
  const upload = async (file: string) => anna.upload(`${making}/file`, { once: await once() }, file)

  test('becomes a draft under an id that is free', async () => {
    const sent = await upload(stringify(tree()))
    expect(sent.statusCode).toBe(303)
    const id = idIn(sent.headers.location)
    expect(id).toBe('prov-1-2')
    expect(await treeOf(id)).toEqual({ ...tree(), id })
  })

  test('with faults is refused with every one of them and its line', async () => {
    const file =
      'id: prov\nlanguages: [sv, xx]\ntitle: Prov\nodd: 1\nquestions:\n  - id: a\n    kind: x\n'
    const sent = await upload(file)
    expect(sent.statusCode).toBe(422)
    for (const line of ['Rad 2:', 'Rad 4:', 'Rad 7:']) expect(sent.body).toContain(line)
  })

  test.each([
    ['nothing', '', 'Välj en fil först.'],
    ['no YAML', 'id: a\ntitle: "b', 'Raden går inte att läsa.'],
    ['no survey', '- a', 'i filen behöver rättas'],
  ])('%s is refused in words', async (_, file, words) => {
    const sent = await upload(file)
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain(words)
  })
})

test('a draft is thrown away once, however often it is sent; one that was edited since stays', async () => {
  const { id } = await make({ from: 'blank', title: 'Bort' })
  const here = `/office/surveys/${id}`
  const { body } = await anna.get(`${here}/state`)
  const proof = onceOf(body.slice(body.indexOf(`${here}/discard`)))
  const revision = /name="revision" value="(\d+)"/.exec(body)![1]!
  expect((await anna.submit(`${here}/discard`, { once: proof, revision: '9' })).statusCode).toBe(
    409,
  )
  for (let turn = 0; turn < 2; turn += 1) {
    const gone = await anna.submit(`${here}/discard`, { once: proof, revision })
    expect([gone.statusCode, gone.headers.location]).toEqual([303, '/office?done=discarded'])
  }
  expect(await svar.store.surveyOf('nord', id)).toBeUndefined()
  const stranger = await anna.submit('/office/surveys/annans/discard', {
    once: proof,
    revision: '1',
  })
  expect(stranger.statusCode).toBe(404)
})

test('surveys are found by a part of their title in any language', async () => {
  const listed = async (q: string) => {
    const { body } = await anna.get(`/office?q=${encodeURIComponent(q)}`)
    return [...body.matchAll(/href="\/office\/surveys\/([\w-]+)\/state"/g)].map(([, id]) => id)
  }
  await make({ from: 'besok', title: 'Tandläkarens väntrum' })
  expect(await listed('TANDLÄKARENS')).toEqual(['tandlakarens-vantrum'])
  expect(await listed('hvordan var dit besøg')).toContain('tandlakarens-vantrum')
  expect(await listed('"><script>')).toEqual([])
})
