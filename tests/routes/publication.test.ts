import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Results } from '../../src/survey/results.ts'
import type { Browser } from '../browser-by-hand.ts'
import { expectSoundHtml } from '../html.ts'
import type { Started } from '../start.ts'
import {
  anyone,
  edition,
  publish,
  publishes,
  released,
  signedIn,
  undertaking,
} from './publishing.ts'

const OCTOBER = '2026-10-01T09:00:00+02:00'

let svar: Started
let office: Browser

beforeAll(async () => {
  ;({ svar, office } = await released())
})
afterAll(() => svar.close())

const page = (query = '?lang=sv', headers = {}) => anyone(svar, `/s/prov/results${query}`, headers)
const machine = async () => (await anyone(svar, '/api/surveys/prov/results')).statusCode

describe('before anything is published', () => {
  test('nobody finds a page, numbers, a description or a feed', async () => {
    for (const path of ['', '.jsonld', '.atom']) {
      expect((await anyone(svar, `/s/prov/results${path}`)).statusCode).toBe(404)
    }
    expect(await machine()).toBe(401)
    expect((await anyone(svar, '/s/prov')).body).not.toContain('/s/prov/results')
    expect((await anyone(svar, '/')).body).not.toContain('/s/prov/results')
  })

  test('a draft without a question is told so, and nothing of it is lost', async () => {
    await office.get(publish)
    const reply = await office.submit(publish, { ...edition, question: [] })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('Välj minst en fråga.')
    expect(reply.body).toContain('Ni vill ha kortare väntan.')
    await expectSoundHtml(reply.body)
  })

  test('a draft is seen by the office only, as exactly the page that is published then', async () => {
    await office.get(publish)
    expect((await office.submit(publish, edition)).statusCode).toBe(303)
    const preview = (await office.get(`${publish}/preview?lang=sv`)).body
    expect((await page()).statusCode).toBe(404)
    expect((await publishes(office, { revision: '1' })).statusCode).toBe(303)
    const here = (body: string) =>
      body.replaceAll('"/office/surveys/prov/publish/preview', '"/s/prov/results')
    expect(here(preview)).toBe((await page()).body)
  })
})

describe('once published', () => {
  test('everyone reads it, in each language, without a cookie or a script', async () => {
    for (const [language, title] of Object.entries({
      sv: 'Så svarade ni',
      da: 'Sådan svarede I',
    })) {
      const reply = await page(`?lang=${language}`)
      expect(reply.statusCode).toBe(200)
      expect(reply.headers['content-language']).toBe(language)
      expect(reply.headers['set-cookie']).toBeUndefined()
      expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
      expect(reply.body).toContain(title)
      expect(reply.body).not.toContain('<script')
      expect(reply.body).toContain('26 ')
      await expectSoundHtml(reply.body)
    }
  })

  test('the closed questionnaire and the front page lead to it', async () => {
    expect((await anyone(svar, '/s/prov')).body).toContain('href="/s/prov/results')
    expect((await anyone(svar, '/')).body).toContain('href="/s/prov/results')
  })

  test('a copy that still holds need not be fetched again, and it comes zipped', async () => {
    const first = await page('?lang=sv', { 'accept-encoding': 'gzip' })
    expect(first.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(first.rawPayload).toString()).toBe((await page()).body)
    expect(first.headers['cache-control']).toBe('public, max-age=60')
    const etag = String(first.headers.etag)
    const again = await page('?lang=sv', { 'if-none-match': etag })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect((await page('?lang=da', { 'if-none-match': etag })).statusCode).toBe(200)
  })

  test('machines get what was picked, and nothing that was not', async () => {
    const {
      groups,
      released: n,
      licence,
    } = (await anyone(svar, '/api/surveys/prov/results')).json() as Results
    expect(n).toBe(26)
    expect(licence).toBe('https://creativecommons.org/licenses/by/4.0/')
    const byGroup = groups.map(({ id, questions }) => [id, questions.map((one) => one.id)])
    expect(byGroup).toEqual([
      ['all', ['val', 'flera', 'skala', 'vantan', 'ordning']],
      ['norr', ['val', 'skala']],
      ['soder', ['val', 'skala']],
    ])
    const table = (await anyone(svar, '/api/surveys/prov/results.csv')).body
    expect(table).toContain('prov,site,norr,val')
    expect(table).not.toMatch(/norr,flera|,ord,/)
  })

  test('all numbers stand as they are in the final release', async () => {
    const { groups } = (await anyone(svar, '/api/surveys/prov/results.json')).json() as Results
    const release = (await svar.store.release('nord', 'prov'))!
    for (const group of groups) {
      const stored = release.groups.find(({ id }) => id === group.id)!
      expect(group.released).toBe(stored.released)
      for (const table of group.questions) expect(stored.questions).toContainEqual(table)
    }
  })

  test('the same form sent twice publishes once', async () => {
    const form = { seen: '0', revision: '1' }
    await office.get(publish)
    expect((await office.submit(`${publish}/publication`, form)).statusCode).toBe(303)
    expect((await svar.store.published('prov')).steps).toHaveLength(1)
  })

  test('who saw something older is told, and keeps what was written', async () => {
    const berit = await signedIn(svar, 'berit@nord.example')
    await berit.get(publish)
    const form = { ...edition, revision: '0', 'summary.sv': 'Berits egna ord.' }
    const reply = await berit.submit(publish, form)
    expect(reply.statusCode).toBe(409)
    expect(reply.body).toContain('Berits egna ord.')
  })
})

describe('amended', () => {
  test('only with words for what has changed; the page says when and why', async () => {
    svar.setClock(OCTOBER)
    office = await signedIn(svar, 'cecilia@nord.example', 'nord', OCTOBER)
    await office.get(publish)
    const changed = { ...edition, revision: '1', 'summary.sv': 'Ni vill ha mycket kortare väntan.' }
    await office.submit(publish, changed)
    const silent = await office.submit(`${publish}/publication`, { seen: '1', revision: '2' })
    expect(silent.statusCode).toBe(422)
    expect((await page()).body).not.toContain('mycket kortare')
    await expectReasonAlone()
    const note = { 'note.sv': 'Tydligare ord.', 'note.da': 'Tydeligere ord.' }
    await office.submit(`${publish}/publication`, { seen: '1', revision: '2', ...note })
    const { body } = await page()
    expect(body).toContain('Publicerat 10 september 2026. Ändrat 1 oktober 2026.')
    expect(body).toContain('Tydligare ord.')
    expect((await page('?lang=da')).body).toContain('Rettet den 1. oktober 2026.')
    const { steps } = await svar.store.published('prov')
    expect(steps.map(({ edition: kept }) => kept?.summary['sv'])).toEqual([
      edition['summary.sv'],
      'Ni vill ha mycket kortare väntan.',
    ])
  })
})

/** Why it would be withdrawn stands in its own field, unfolded, and not as what has changed. */
async function expectReasonAlone() {
  const half = { seen: '1', 'reason.sv': 'Fel siffror.' }
  const stale = { ...half, seen: '0', 'reason.da': 'Forkerte tal.' }
  for (const [form, status] of [
    [half, 422],
    [stale, 409],
  ] as const) {
    const { statusCode, body } = await office.submit(`${publish}/withdrawal`, form)
    expect(statusCode).toBe(status)
    expect(body).toMatch(/<details[^>]* open[^>]*><summary>Dra tillbaka</)
    expect(body).toMatch(/<textarea id="note.sv"[^>]*>\s*<\/textarea>/)
    expect(body).toMatch(/<textarea id="reason.sv"[^>]*>\s*Fel siffror.<\/textarea>/)
  }
}

describe('you said, we did', () => {
  const one = `${publish}/undertakings/forsta-sak`

  test('stands on the page at once, and in its newest version', async () => {
    await office.get(publish)
    expect((await office.submit(one, undertaking)).statusCode).toBe(303)
    expect((await office.submit(one, undertaking)).statusCode).toBe(303)
    const done = { ...undertaking, version: '2', state: 'done', on: '2026-10-02' }
    expect((await office.submit(one, done)).statusCode).toBe(303)
    const { body } = await page()
    expect(body).toMatch(/Klart.*2 oktober 2026.*Vi öppnar tidboken/s)
    expect(body).not.toContain('Pågår')
    expect((await svar.store.published('prov')).undertakings).toHaveLength(2)
  })

  test('is refused without a language or a date, with what was written', async () => {
    const faulty = { ...undertaking, version: '3', 'did.da': '', on: '2026-02-31' }
    const reply = await office.submit(one, faulty)
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('Det är svårt att få tid.')
    expect(reply.body).toContain('Skriv ett datum')
    await expectSoundHtml(reply.body)
  })
})

describe('withdrawn', () => {
  test('the page says so, and everything else is closed again', async () => {
    await office.get(publish)
    const reason = { 'reason.sv': 'Ett fel i frågan.', 'reason.da': 'En fejl i spørgsmålet.' }
    const withdrawal = { seen: '2', ...reason }
    for (let turn = 0; turn < 2; turn += 1) {
      expect((await office.submit(`${publish}/withdrawal`, withdrawal)).statusCode).toBe(303)
    }
    const reply = await page()
    expect(reply.statusCode).toBe(410)
    expect(reply.body).toContain('Ett fel i frågan.')
    expect(reply.body).toContain('1 oktober 2026')
    expect(reply.body).not.toContain('Så svarade ni')
    await expectSoundHtml(reply.body)
    for (const path of ['.jsonld', '.atom']) {
      expect((await anyone(svar, `/s/prov/results${path}`)).statusCode).toBe(410)
    }
    expect(await machine()).toBe(401)
    expect((await anyone(svar, '/')).body).not.toContain('/s/prov/results')
  })

  test('the log says who did what, and nothing of what was written', async () => {
    const lines = await svar.store.audit('nord', {}, { most: 100 })
    const deeds = lines.map(({ what }) => what).filter((what) => /results|undertaking/.test(what))
    expect(deeds).toEqual([
      'survey.resultsWithdrawn',
      'survey.undertakingChanged',
      'survey.undertakingAdded',
      'survey.resultsAmended',
      'survey.resultsPublished',
    ])
    expect(JSON.stringify(lines)).not.toMatch(/tidboken|väntan|Ett fel/)
  })
})
