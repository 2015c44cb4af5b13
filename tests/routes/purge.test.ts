import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { purgeDue } from '../../src/purging.ts'
import { releaseDue } from '../../src/schedule.ts'
import { hashSecret, makeSecret } from '../../src/secrets.ts'
import { localDate } from '../../src/survey/calendar.ts'
import { seeded } from '../random.ts'
import { ask, content, sites, text } from '../make.ts'
import { ACT, start, type Started } from '../start.ts'
import { filesWith } from './planted.ts'
import { signedIn } from './two-offices.ts'

const PLANTED = 'Utplanterat'
const DAY = '2027-08-31'

/** A survey with texts that wait, that are shown, and in a burst that has not been sorted in. */
async function answered(more: Parameters<typeof content>[1] = {}, others = false) {
  const svar = await start()
  onTestFinished(() => svar.close())
  const questions = [ask.choice('val', { other: true }), ask.text('ord')]
  const asked = content(questions, { sites: sites('norr', 'vik'), ...more })
  await svar.open(asked)
  if (others) await svar.open({ ...asked, id: 'annan', privacy: later })
  const random = seeded('purge')
  // Bursts, and few at a time: those go into their table at once, and move about in it.
  const sizes = [...Array.from({ length: 6 }, () => 20), ...Array.from({ length: 60 }, () => 8)]
  for (const [round, length] of sizes.entries()) {
    const burst = Array.from({ length }, (_, index) => {
      const isOther = others && random() < 0.5
      const mark = isOther ? 'Annat' : PLANTED
      const id = `sending-${round}-${index}`
      const long = `${`${mark} `.repeat(1 + Math.floor(random() * 60))}${id}`
      return svar.send(isOther ? 'annan' : 'prov', {
        submission: id,
        lang: 'sv',
        site: random() < 0.5 ? 'norr' : 'vik',
        ...(random() < 0.2 ? { val: 'other', 'val.other': `${mark} annat` } : { val: 'a' }),
        ord: long,
      })
    })
    for (const { statusCode } of await Promise.all(burst)) expect(statusCode).toBe(303)
  }
  return svar
}

const pin = { salt: 'x', key: 'x', rounds: 1 }
const later = { ...content([]).privacy, retainUntil: '2029-01-01' }
const at = (instant: string) => Date.parse(instant)
const survey = async ({ store }: Started, id = 'prov') => (await store.issued(id))!

describe('what is purged', () => {
  test('is gone from every byte, also where rows were moved about; numbers stay', async () => {
    const svar = await answered({}, true)
    const { store, folder } = svar
    const now = at('2027-08-31T09:00:00+02:00')
    const kept = (await store.participation('nord', 'prov'))!
    await releaseDue(store, now)
    const release = await store.release('nord', 'prov')
    const [one] = (await store.comments('nord', 'prov'))!.comments
    const name = { organisation: 'nord', survey: 'prov', text: one!.id }
    await store.maskText(name, 'Utpl', undefined, ACT)
    await store.code(name, [], ACT)
    expect(filesWith(folder, [PLANTED])).not.toEqual([])

    const [purge, ...rest] = await purgeDue(store, now)
    expect(rest).toEqual([])
    expect(purge).toMatchObject({ survey: 'prov', on: DAY, retainUntil: DAY, way: 'due' })
    expect(purge!.responses).toBe(kept.responses)
    expect(filesWith(folder, [PLANTED])).toEqual([])
    expect(filesWith(folder, ['Annat'])).toEqual(['svar.db'])

    expect(await store.release('nord', 'prov')).toEqual(release)
    expect(await store.participation('nord', 'prov')).toEqual(kept)
    expect((await store.comments('nord', 'prov'))!.comments).toEqual([])
    expect(await store.codings('nord', 'prov')).toEqual([])
    expect((await survey(svar)).purge).toMatchObject({ erasedAt: '2027-08-31T07:00:00Z' })
    const others = (await store.participation('nord', 'annan'))!.responses
    expect(await store.check()).toEqual({ ok: true, responses: others, faults: [] })
    expect((await store.audit('nord', { what: 'survey.purged' }, { most: 9 })).length).toBe(1)
  })

  test('is not taken again from whoever sends it once more, through any door', async () => {
    const grace = { opens: '2027-08-01', closes: '2027-08-30', graceDays: 60 }
    const svar = await start({ now: '2027-08-20T12:00:00+02:00' })
    onTestFinished(() => svar.close())
    await svar.open(content([ask.text('ord')], grace))
    const fields = { submission: 'sent-before-the-purge', lang: 'sv', ord: PLANTED }
    expect((await svar.send('prov', fields)).statusCode).toBe(303)
    const [tablet, machine] = [makeSecret(), makeSecret()]
    await svar.store.addToken(hashSecret(machine), 'nord', 'import', ACT)
    // Within the days of grace: by its date alone, what it brings would still be taken.
    const device = { id: 'tablet', site: 'norr', name: 'Norr', pin, code: hashSecret('x') }
    const dueAt = at('2027-08-20T12:00:00+02:00')
    const added = { ...device, codeUntil: dueAt + 1000, addedAt: ACT.at }
    await svar.store.addDevice('nord', added, ACT)
    await svar.store.enrol(device.code, hashSecret(tablet), dueAt)
    svar.setClock('2027-08-31T12:00:00+02:00')
    await purgeDue(svar.store, at('2027-08-31T12:00:00+02:00'))
    expect((await svar.send('prov', fields)).statusCode).toBe(410)
    for (const [token, reason] of [
      [tablet, 'closed'],
      [machine, 'closed'],
    ]) {
      const item = { id: fields.submission, questionnaire: 1, language: 'sv', channel: 'paper' }
      const reply = await svar.app.inject({
        method: 'POST',
        url: '/api/surveys/prov/responses',
        headers: { authorization: `Bearer ${token}` },
        payload: { ...item, answeredOn: '2027-08-20', answers: { ord: PLANTED } },
      })
      const outcome = { id: fields.submission, outcome: 'refused', reason }
      expect(reply.json()).toEqual({ results: [outcome] })
    }
    expect(filesWith(svar.folder, [PLANTED])).toEqual([])
    expect((await svar.store.check()).ok).toBe(true)
  })
})

describe('the day', () => {
  test.each([
    ['Europe/Stockholm', '2027-08-30T21:59:59Z', '2027-08-30T22:00:00Z', DAY],
    ['Pacific/Auckland', '2027-08-30T11:59:59Z', '2027-08-30T12:00:00Z', DAY],
    // The clocks go back that night, and go forward that morning.
    ['Europe/Copenhagen', '2027-10-30T21:59:59Z', '2027-10-30T22:00:00Z', '2027-10-31'],
    ['Europe/Copenhagen', '2028-03-25T22:59:59Z', '2028-03-25T23:00:00Z', '2028-03-26'],
  ])('in %s begins at its own midnight', async (timeZone, before, then, retainUntil) => {
    const privacy = { ...later, retainUntil }
    const svar = await start()
    onTestFinished(() => svar.close())
    await svar.open(content([ask.text('ord')], { timeZone, privacy, closes: '2026-08-31' }))
    await svar.send('prov', { submission: 'one-sending', lang: 'sv', ord: 'hej' })
    expect(await purgeDue(svar.store, at(before))).toEqual([])
    expect(localDate(at(then), timeZone)).toBe(retainUntil)
    expect((await purgeDue(svar.store, at(then))).map(({ on }) => on)).toEqual([retainUntil])
  })

  test('that is the last to answer on is over first; what was never closed is closed', async () => {
    const svar = await start()
    onTestFinished(() => svar.close())
    const { opens } = content([])
    const until = { closes: DAY, privacy: { ...later, retainUntil: DAY } }
    await svar.open(content([ask.text('ord')], until))
    const { closes: _, ...endless } = content([ask.text('ord')], { ...until, id: 'utan' })
    await svar.open({ ...endless, opens: opens! })
    for (const id of ['prov', 'utan']) {
      await svar.send(id, { submission: `sending-${id}`, lang: 'sv', ord: 'hej' })
    }
    expect(await purgeDue(svar.store, at('2027-08-31T23:59:59+02:00'))).toEqual([])
    const done = await purgeDue(svar.store, at('2027-09-01T00:00:10+02:00'))
    expect(done.map(({ survey }) => survey)).toEqual(['prov', 'utan'])
    expect((await survey(svar, 'utan')).dates.closed).toBe(true)
    expect((await survey(svar, 'utan')).final).toBe(true)
  })

  test('comes once, however many look after it and however late, and not without answers', async () => {
    const svar = await answered()
    await svar.open(content([ask.text('ord')], { id: 'tom' }))
    const late = at('2031-01-01T12:00:00Z')
    const both = await Promise.all([purgeDue(svar.store, late), purgeDue(svar.store, late)])
    expect(both.flat().map(({ survey }) => survey)).toEqual(['prov'])
    expect(await purgeDue(svar.store, late)).toEqual([])
    expect((await survey(svar, 'tom')).purge).toBeUndefined()
    const lines = await svar.store.audit('nord', { what: 'survey.purged' }, { most: 9 })
    expect(lines.length).toBe(1)
  })

  test('traces that SQLite left in its pages are gone as well', async () => {
    const svar = await answered()
    const client = new Database(join(svar.folder, 'svar.db'))
    client.pragma('secure_delete = OFF')
    const spoor = Buffer.from(`Spår ${PLANTED}`)
    client.prepare("INSERT INTO unsorted VALUES (?, '[]')").run(spoor)
    client.prepare('DELETE FROM unsorted WHERE id = ?').run(spoor)
    client.pragma('wal_checkpoint(TRUNCATE)')
    client.close()
    expect(filesWith(svar.folder, ['Spår'])).toEqual(['svar.db'])
    await purgeDue(svar.store, at('2027-08-31T08:00:00Z'))
    expect(filesWith(svar.folder, ['Spår', PLANTED])).toEqual([])
  })

  test('one survey that cannot be released holds no other up, and is told of', async () => {
    const svar = await answered({}, true)
    const { store } = svar
    const stubborn: typeof store = {
      ...store,
      beginPurge: (id, order) =>
        id === 'annan' ? Promise.reject(new Error('not now')) : store.beginPurge(id, order),
    }
    await expect(purgeDue(stubborn, at('2029-01-02T12:00:00Z'))).rejects.toThrow('not now')
    expect((await survey(svar)).purge?.erasedAt).toBe('2029-01-02T12:00:00Z')
    expect(filesWith(svar.folder, [PLANTED])).toEqual([])
    expect((await purgeDue(store, at('2029-01-02T12:01:00Z'))).map((one) => one.survey)).toEqual([
      'annan',
    ])
  })

  test('a purge that was cut short is ended by the next', async () => {
    const svar = await answered()
    const order = { way: 'due', at: '2027-08-31T07:00:00Z' } as const
    await svar.store.beginPurge('prov', order)
    expect(await svar.store.check()).toMatchObject({ ok: true })
    expect(filesWith(svar.folder, [PLANTED])).not.toEqual([])
    expect(await purgeDue(svar.store, at('2027-08-31T08:00:00Z'))).toEqual([])
    expect(filesWith(svar.folder, [PLANTED])).toEqual([])
    expect((await survey(svar)).purge?.erasedAt).toBe('2027-08-31T08:00:00Z')
  })
})

test('the office is warned, and finds the protocol: as a page and as files, nobody else', async () => {
  const title = text('Om <väntan> & annat')
  const svar = await answered({ title })
  await svar.addUser('anna@nord.example')
  await svar.store.saveOrganisation({ id: 'syd', name: 'Syd', accent: '#0b5f66', demo: false }, ACT)
  await svar.addUser('bo@syd.example', 'syd')
  svar.setClock('2027-08-24T12:00:00+02:00')
  const anna = await signedIn(svar, 'anna@nord.example')
  const page = async (path: string) => (await anna.get(`${path}?lang=sv`)).body
  expect(await page('/office')).toContain('Svaren gallras om 7 dagar.')
  expect(await page('/office/surveys/prov/state')).toContain(
    'raderas tisdag 31 augusti 2027, med allt',
  )
  expect((await anna.get('/office/surveys/prov/deletion')).statusCode).toBe(404)
  svar.setClock('2027-08-31T12:00:00+02:00')
  const anew = await signedIn(svar, 'anna@nord.example')
  expect((await anew.get('/office?lang=sv')).body).toContain('Svaren gallras i dag.')
  await purgeDue(svar.store, at('2027-08-31T12:00:00+02:00'))
  const protocol = (await anew.get('/office/surveys/prov/deletion?lang=sv')).body
  expect(protocol).toContain('Om &lt;väntan> &amp; annat')
  expect(protocol).toMatch(/<dt>Raderade svar<\/dt><dd>600<\/dd>/)
  expect((await anew.get('/office/surveys/prov/state?lang=sv')).body).toContain(
    'Gallringsprotokoll',
  )
  const csv = await anew.get('/office/surveys/prov/deletion.csv')
  expect(csv.body).toContain('responses,600\r\n')
  expect((await anew.get('/office/surveys/prov/deletion.json')).json()).toMatchObject({
    survey: 'prov',
    responses: 600,
    decision: { sv: '2026-1' },
  })
  const bo = await signedIn(svar, 'bo@syd.example')
  for (const ending of ['', '.csv', '.json']) {
    expect((await bo.get(`/office/surveys/prov/deletion${ending}`)).statusCode).toBe(404)
  }
})
