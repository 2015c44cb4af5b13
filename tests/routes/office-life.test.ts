import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { releaseDue } from '../../src/schedule.ts'
import { hashSecret } from '../../src/secrets.ts'
import { Browser } from '../browser-by-hand.ts'
import { ACT, NOON, start, type Started } from '../start.ts'
import { tree } from '../survey/tree.ts'
import { tablet } from '../tablet.ts'
import { onceOf } from './two-offices.ts'

let svar: Started
let anna: Browser
let bo: Browser
let here = ''
let id = ''
let count = 0

beforeAll(async () => {
  svar = await start()
  await svar.store.saveOrganisation(
    { id: 'nord', name: 'Nord', accent: '#0b5f66', demo: false },
    ACT,
  )
  for (const name of ['anna', 'bo']) await svar.addUser(`${name}@nord.example`)
})
afterAll(() => svar.close())
beforeEach(async () => {
  svar.setClock(NOON)
  id = `prov-${(count += 1)}`
  here = `/office/surveys/${id}`
  await svar.store.addDraft('nord', id, tree({ id }), ACT)
  anna = await inside('anna@nord.example')
  bo = await inside('bo@nord.example')
})

async function inside(user: string) {
  const browser = new Browser(svar.app)
  const token = `${user} ${count}`
  await svar.store.openSession(hashSecret(token), user, Date.parse(NOON))
  browser.cookies.set('svar-session', token)
  await browser.get('/office/account')
  return browser
}

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const draft = async () => (await svar.store.draft('nord', id))!
const survey = async () => (await svar.store.surveyOf('nord', id))!
const deeds = async () =>
  (await svar.store.audit('nord', {}, { most: 50 }))
    .filter(({ object }) => object === id)
    .map(({ what }) => what)
const page = () => svar.app.inject(`/s/${id}`)

async function edit(more: object, by = 'bo@nord.example') {
  const { revision: base, marks } = await draft()
  const edited = { base, tree: tree({ id, ...more }), marks }
  await svar.store.editDraft('nord', id, edited, { ...ACT, by })
}

async function open(browser = anna) {
  const { body } = await browser.get(`${here}/open`)
  // Where the page offers no form, someone sends one all the same.
  const revision = hidden(body, 'revision') || String((await draft()).revision)
  const number = hidden(body, 'number') || '0'
  return browser.submit(`${here}/open`, { revision, number })
}

async function move(what: string, more: Record<string, string> = {}, browser = anna) {
  const { body } = await browser.get(`${here}/state`)
  return browser.submit(`${here}/state`, { what, seen: hidden(body, 'seen'), ...more })
}

const answer = (name = 'a-sending-of-its-own-1') =>
  svar.send(id, { submission: name, lang: 'sv', site: 'norr', q1: 'a', q3: '2' })

describe('the checklist', () => {
  test('says what is missing, with a way to each field, and issues nothing', async () => {
    await edit({ privacy: { purpose: { sv: 'Att pröva' } }, sites: undefined, closes: undefined })
    const { body } = await anna.get(`${here}/open`)
    for (const field of ['privacy.purpose.da', 'privacy.controller.sv', 'privacy.retainUntil']) {
      expect(body).toContain(`href="${here}/edit#f-${field}"`)
    }
    expect(body).toContain(`href="${here}/edit#f-closes"`)
    expect(body).toContain(`action="${here}/no-sites"`)
    expect(body).not.toContain('name="number"')
    const { revision } = await draft()
    const forced = await anna.submit(`${here}/open`, { revision: String(revision), number: '0' })
    expect(forced.statusCode).toBe(422)
    expect((await survey()).questionnaire).toBeUndefined()
  })

  test('no sites can be meant', async () => {
    await edit({ sites: undefined })
    const { revision } = await draft()
    const sent = await anna.submit(`${here}/no-sites`, { revision: String(revision) })
    expect(sent.headers.location).toBe(`${here}/open`)
    expect((await anna.get(`${here}/open`)).body).toContain('Inga platser, och det är meningen')
    expect((await draft()).tree).toMatchObject({ sites: [] })
  })

  test('a translation older than its text stands in the way', async () => {
    const { revision: base } = await draft()
    const marks = { 'title:da': 'Något annat' }
    await svar.store.editDraft('nord', id, { base, tree: tree({ id }), marks }, ACT)
    const { body } = await anna.get(`${here}/open`)
    expect(body).toContain(`href="${here}/edit#f-title.da"`)
    expect(body).toContain('”Något annat”')
    expect((await open()).statusCode).toBe(422)
  })

  test('a last day that has passed stands in the way', async () => {
    await edit({ opens: '2026-05-01', closes: '2026-06-30' })
    expect((await open()).statusCode).toBe(422)
    expect((await anna.get(`${here}/open`)).body).toContain('dagen har passerat')
  })

  test('says what happens and when, by weekday and in its own language', async () => {
    await edit({ opens: '2026-08-03', closes: '2026-08-28' })
    const { body } = await anna.get(`${here}/open?lang=da`)
    expect(body).toContain('mandag den 3. august 2026')
    expect(body).toContain('til og med fredag den 28. august 2026')
    const notice = await anna.get(`${here}/notice?lang=da`)
    expect(notice.body).toContain('Sådan behandler vi dine oplysninger')
    expect(notice.body).not.toContain(`/s/${id}`)
    const opened = await open()
    expect(opened.headers.location).toBe(`${here}/state?done=issued`)
    expect((await anna.get(opened.headers.location!)).body).toContain('öppnar på sitt datum')
    expect((await page()).statusCode).toBe(403)
  })

  test('sent twice it is one questionnaire; an older page issues nothing', async () => {
    const { body } = await anna.get(`${here}/open`)
    const fields = { revision: hidden(body, 'revision'), number: hidden(body, 'number') }
    for (let turn = 0; turn < 2; turn += 1) {
      expect((await anna.submit(`${here}/open`, fields)).statusCode).toBe(303)
    }
    expect(await svar.store.issues('nord', id)).toHaveLength(1)
    expect((await bo.submit(`${here}/open`, fields)).statusCode).toBe(409)
    const stale = (await bo.get(`${here}/open`)).body
    await edit({ intro: 'Nytt' }, 'anna@nord.example')
    const old = { revision: hidden(stale, 'revision'), number: hidden(stale, 'number') }
    const refused = await bo.submit(`${here}/open`, old)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('Någon annan hann före')
    expect(await svar.store.issues('nord', id)).toHaveLength(1)
  })

  test('a colleague approves of a revision; who edited last does not', async () => {
    await edit({ intro: 'Nytt' }, 'anna@nord.example')
    const { revision } = await draft()
    await anna.submit(`${here}/approval`, { revision: String(revision) })
    expect(await svar.store.approvals('nord', id)).toEqual([])
    expect((await bo.get(`${here}/review`)).body).toContain(`action="${here}/approval"`)
    await bo.submit(`${here}/approval`, { revision: String(revision) })
    const { body } = await anna.get(`${here}/open`)
    expect(body).toContain('Godkänd av bo@nord.example')
    await edit({ intro: 'Nyare' }, 'anna@nord.example')
    expect((await anna.get(`${here}/open`)).body).toContain('Utkastet har ändrats sedan dess')
    expect((await bo.submit(`${here}/approval`, { revision: String(revision) })).statusCode).toBe(
      409,
    )
  })
})

describe('a running survey', () => {
  beforeEach(async () => void (await open()))

  test('shows what changes; a text is corrected under a new number', async () => {
    await answer()
    await edit({ title: { sv: 'Prov, rättat', da: 'Prov' } })
    const { body } = await anna.get(`${here}/open`)
    expect(body).toContain('<del>Prov</del>')
    expect(body).toContain('<ins>Prov, rättat</ins>')
    expect((await open()).statusCode).toBe(303)
    expect((await survey()).questionnaire).toMatchObject({ number: 2 })
    expect((await page()).body).toContain('Prov, rättat')
    expect((await anna.get(`${here}/state`)).body).toContain('med en ändring')
  })

  test('what would change the meaning of answers is refused, with a copy as the way out', async () => {
    await answer()
    const { questions } = tree() as { questions: { options: object[] }[] }
    const [first, ...rest] = questions
    const fewer = { ...first, options: [first!.options[0]!, { id: 'c', text: 'C' }] }
    await edit({ questions: [fewer, ...rest] })
    const refused = await open()
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Alternativet ”B” i frågan ”Vilken?” är borta.')
    expect(await svar.store.issues('nord', id)).toHaveLength(1)
    const copy = { once: onceOf(refused.body), from: 'copy', copy: id }
    const made = await anna.submit('/office/surveys/new', copy)
    const other = /surveys\/([\w-]+)\/edit/.exec(made.headers.location!)![1]!
    const taken = (await svar.store.draft('nord', other))!.tree as Record<string, unknown>
    expect(taken).toMatchObject({ id: other, questions: [fewer, ...rest] })
    for (const field of ['opens', 'closes']) expect(taken).not.toHaveProperty(field)
    expect(taken['privacy']).not.toHaveProperty('decision')
  })

  test('a promise to those who have answered is kept', async () => {
    await answer()
    const { privacy } = tree() as { privacy: object }
    await edit({ privacy: { ...privacy, retainUntil: '2028-08-31' } })
    const refused = await open()
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('senast 31 augusti 2027')
  })
})

describe('moves', () => {
  beforeEach(async () => void (await open()))

  test('a pause is said on the page, keeps what was typed, and ends', async () => {
    const paused = await move('pause', { until: '2026-07-04' })
    expect(paused.headers.location).toBe(`${here}/state?done=pause`)
    expect((await survey()).dates.pauses).toMatchObject([{ until: '2026-07-04' }])
    const shown = await page()
    expect(shown.statusCode).toBe(403)
    expect(shown.body).toContain('till och med 4 juli 2026. Från och med 5 juli 2026')
    const late = await svar.send(id, {
      submission: 'typed-before-the-pause',
      q1: 'other',
      'q1.other': 'Det jag skrev',
      lang: 'sv',
    })
    expect(late.statusCode).toBe(403)
    expect(late.body).toContain('Det jag skrev')
    expect(late.body).toContain('value="typed-before-the-pause"')
    expect((await svar.store.participation('nord', id))!.responses).toBe(0)
    expect((await move('resume')).statusCode).toBe(303)
    expect((await answer()).statusCode).toBe(303)
    expect(await deeds()).toEqual([
      'survey.resumed',
      'survey.paused',
      'survey.issued',
      'survey.drafted',
    ])
  })

  test('a pause ends by itself on the day after its last', async () => {
    await move('pause', { until: '2026-07-04' })
    svar.setClock('2026-07-04T23:59:59+02:00')
    expect((await page()).statusCode).toBe(403)
    svar.setClock('2026-07-05T00:00:00+02:00')
    expect((await page()).statusCode).toBe(200)
  })

  test.each([
    ['pause', { until: '2026-06-30' }, 'Dagen har passerat'],
    ['pause', { until: '2026-08-31' }, 'Enkäten stänger 31 augusti 2026'],
    ['pause', { until: 'i morgon' }, 'Skriv ett datum'],
  ])('%s %o is refused beside its field', async (what, more, words) => {
    const refused = await move(what, more)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(words)
    expect(refused.body).toContain(`value="${more.until}"`)
    expect((await page()).statusCode).toBe(200)
  })

  test('twice is once; made on an older state it is refused and nothing happens', async () => {
    const { body } = await anna.get(`${here}/state`)
    const pause = { what: 'pause', seen: hidden(body, 'seen') }
    for (let turn = 0; turn < 2; turn += 1) {
      expect((await anna.submit(`${here}/state`, pause)).statusCode).toBe(303)
    }
    expect((await survey()).moves).toHaveLength(1)
    const other = await bo.submit(`${here}/state`, { what: 'close', seen: '0' })
    expect(other.statusCode).toBe(409)
    expect(other.body).toContain('Enkätens tillstånd har ändrats')
    expect((await survey()).dates.closed).toBe(false)
    const both = await Promise.all(
      [anna, bo].map((one) => one.submit(`${here}/state`, { what: 'resume', seen: '1' })),
    )
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409])
  })

  test('closed by hand it can be reopened for an hour, and nothing final is made meanwhile', async () => {
    await answer()
    await move('close')
    expect((await page()).statusCode).toBe(410)
    svar.setClock('2026-07-01T12:59:59+02:00')
    await releaseDue(svar.store, Date.parse('2026-07-01T12:59:59+02:00'))
    expect((await survey()).final).toBe(false)
    expect((await move('reopen')).statusCode).toBe(303)
    expect((await page()).statusCode).toBe(200)
    await move('close')
    svar.setClock('2026-07-01T14:00:00+02:00')
    await releaseDue(svar.store, Date.parse('2026-07-01T14:00:00+02:00'))
    expect((await survey()).final).toBe(true)
    const seen = hidden((await anna.get(`${here}/state`)).body, 'seen')
    const refused = await anna.submit(`${here}/state`, { what: 'reopen', seen })
    expect(refused.statusCode).toBe(409)
    expect((await page()).statusCode).toBe(410)
  })

  test('after its last day a survey without answers reopens with a new one', async () => {
    svar.setClock('2026-09-02T12:00:00+02:00')
    anna = await insideAt('2026-09-02T12:00:00+02:00')
    expect((await move('reopen')).statusCode).toBe(422)
    expect((await move('reopen', { closes: '2027-09-01' })).body).toContain(
      'Svaren gallras 31 augusti 2027',
    )
    expect((await move('reopen', { closes: '2026-09-10' })).statusCode).toBe(303)
    expect((await survey()).dates.closes).toBe('2026-09-10')
    expect((await draft()).tree).toMatchObject({ closes: '2026-09-10' })
    expect((await page()).body).toContain('10 september 2026')
  })

  test('the archive holds what is closed, and gives it back', async () => {
    expect((await move('archive')).statusCode).toBe(409)
    await move('close')
    await move('archive')
    expect((await anna.get('/office')).body).not.toContain(`href="${here}/state"`)
    expect((await anna.get('/office?archive=1')).body).toContain(`href="${here}/state"`)
    expect((await move('unarchive')).statusCode).toBe(303)
    expect((await anna.get('/office')).body).toContain(`href="${here}/state"`)
  })
})

async function insideAt(at: string) {
  const browser = new Browser(svar.app)
  await svar.store.openSession(hashSecret(at), 'anna@nord.example', Date.parse(at))
  browser.cookies.set('svar-session', at)
  await browser.get('/office/account')
  return browser
}

test('a scheduled survey opens now, and its first day is today', async () => {
  await edit({ opens: '2026-07-20' })
  await open()
  expect((await page()).statusCode).toBe(403)
  await move('open')
  expect((await page()).statusCode).toBe(200)
  expect((await survey()).dates.opens).toBe('2026-07-01')
  expect((await draft()).tree).toMatchObject({ opens: '2026-07-01' })
})

test('a tablet shows the pause; what it took before counts, what it took on a day of it does not', async () => {
  await open()
  const one = await tablet(svar, NOON)
  await move('pause')
  const { setup } = await one.beat()
  const ids = (list: { questionnaire: { id: string } }[] = []) =>
    list.map(({ questionnaire }) => questionnaire.id).filter((each) => each === id)
  expect([ids(setup!.surveys), ids(setup!.paused)]).toEqual([[], [id]])
  svar.setClock('2026-07-03T12:00:00+02:00')
  const more = { survey: id, questionnaire: 1, site: 'norr', answers: { q1: 'b', q4: ['a', 'b'] } }
  const items = await Promise.all([
    one.seal('fore-pausen-1', '2026-07-01', more),
    one.seal('under-pausen-1', '2026-07-02', more),
  ])
  const outcomes = (await one.deliver(...items)).map(({ outcome, reason }) => reason ?? outcome)
  expect(outcomes).toEqual(['kept', 'answered while the survey was paused'])
})
