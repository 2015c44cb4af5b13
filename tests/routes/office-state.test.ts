import { beforeEach, describe, expect, test } from 'vitest'
import { releaseDue } from '../../src/schedule.ts'
import { NOON } from '../start.ts'
import { tablet } from '../tablet.ts'
import { lifeOffice, hidden } from './life-office.ts'

const office = lifeOffice()

describe('moves', () => {
  beforeEach(async () => void (await office.open()))

  test('a pause is said on the page, keeps what was typed, and ends', async () => {
    const paused = await office.move('pause', { until: '2026-07-04' })
    expect(paused.headers.location).toBe(`${office.path()}/state?done=pause`)
    expect((await office.survey()).dates.pauses).toMatchObject([{ until: '2026-07-04' }])
    const shown = await office.page()
    expect(shown.statusCode).toBe(403)
    expect(shown.body).toContain('till och med 4 juli 2026. Från och med 5 juli 2026')
    const late = await office.svar.send(office.id, {
      submission: 'typed-before-the-pause',
      q1: 'other',
      'q1.other': 'Det jag skrev',
      lang: 'sv',
    })
    expect(late.statusCode).toBe(403)
    expect(late.body).toContain('Det jag skrev')
    expect(late.body).toContain('value="typed-before-the-pause"')
    expect((await office.svar.store.participation('nord', office.id))!.responses).toBe(0)
    expect((await office.move('resume')).statusCode).toBe(303)
    expect((await office.answer()).statusCode).toBe(303)
    expect(await office.deeds()).toEqual([
      'survey.resumed',
      'survey.paused',
      'survey.issued',
      'survey.drafted',
    ])
  })

  test('a pause ends by itself on the day after its last', async () => {
    await office.move('pause', { until: '2026-07-04' })
    office.svar.setClock('2026-07-04T23:59:59+02:00')
    expect((await office.page()).statusCode).toBe(403)
    office.svar.setClock('2026-07-05T00:00:00+02:00')
    expect((await office.page()).statusCode).toBe(200)
  })

  test.each([
    ['pause', { until: '2026-06-30' }, 'Dagen har passerat'],
    ['pause', { until: '2026-08-31' }, 'Enkäten stänger 31 augusti 2026'],
    ['pause', { until: 'i morgon' }, 'Skriv ett datum'],
  ])('%s %o is refused beside its field', async (what, more, words) => {
    const refused = await office.move(what, more)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(words)
    expect(refused.body).toContain(`value="${more.until}"`)
    expect((await office.page()).statusCode).toBe(200)
  })

  test('twice is once; made on an older state it is refused and nothing happens', async () => {
    const { body } = await office.anna.get(`${office.path()}/state`)
    const pause = { what: 'pause', seen: hidden(body, 'seen') }
    for (let turn = 0; turn < 2; turn += 1) {
      expect((await office.anna.submit(`${office.path()}/state`, pause)).statusCode).toBe(303)
    }
    expect((await office.survey()).moves).toHaveLength(1)
    const other = await office.bo.submit(`${office.path()}/state`, { what: 'close', seen: '0' })
    expect(other.statusCode).toBe(409)
    expect(other.body).toContain('Enkätens läge har ändrats')
    expect((await office.survey()).dates.closed).toBe(false)
    const both = await Promise.all(
      [office.anna, office.bo].map((one) =>
        one.submit(`${office.path()}/state`, { what: 'resume', seen: '1' }),
      ),
    )
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409])
  })

  test('closed by hand it can be reopened for an hour, and nothing final is made meanwhile', async () => {
    await office.answer()
    await office.move('close')
    expect((await office.page()).statusCode).toBe(410)
    office.svar.setClock('2026-07-01T12:59:59+02:00')
    await releaseDue(office.svar.store, Date.parse('2026-07-01T12:59:59+02:00'))
    expect((await office.survey()).final).toBe(false)
    expect((await office.move('reopen')).statusCode).toBe(303)
    expect((await office.page()).statusCode).toBe(200)
    await office.move('close')
    office.svar.setClock('2026-07-01T14:00:00+02:00')
    await releaseDue(office.svar.store, Date.parse('2026-07-01T14:00:00+02:00'))
    expect((await office.survey()).final).toBe(true)
    const seen = hidden((await office.anna.get(`${office.path()}/state`)).body, 'seen')
    const refused = await office.anna.submit(`${office.path()}/state`, { what: 'reopen', seen })
    expect(refused.statusCode).toBe(409)
    expect((await office.page()).statusCode).toBe(410)
  })

  test('after its last day a survey without answers reopens with a new one', async () => {
    office.svar.setClock('2026-09-02T12:00:00+02:00')
    const later = await office.inside('anna@nord.example', '2026-09-02T12:00:00+02:00')
    const reopen = (more = {}) => office.move('reopen', more, later)
    expect((await reopen()).statusCode).toBe(422)
    expect((await reopen({ closes: '2027-09-01' })).body).toContain(
      'Svaren gallras 31 augusti 2027',
    )
    expect((await reopen({ closes: '2026-09-10' })).statusCode).toBe(303)
    expect((await office.survey()).dates.closes).toBe('2026-09-10')
    expect((await office.draft()).tree).toMatchObject({ closes: '2026-09-10' })
    expect((await office.page()).body).toContain('10 september 2026')
  })

  test('the archive holds what is closed, and gives it back', async () => {
    expect((await office.move('archive')).statusCode).toBe(409)
    await office.move('close')
    await office.move('archive')
    expect((await office.anna.get('/office')).body).not.toContain(`href="${office.path()}/state"`)
    expect((await office.anna.get('/office?archive=1')).body).toContain(
      `href="${office.path()}/state"`,
    )
    expect((await office.move('unarchive')).statusCode).toBe(303)
    expect((await office.anna.get('/office')).body).toContain(`href="${office.path()}/state"`)
  })
})

test('a scheduled survey opens now, and its first day is today', async () => {
  await office.edit({ opens: '2026-07-20' })
  await office.open()
  expect((await office.page()).statusCode).toBe(403)
  await office.move('open')
  expect((await office.page()).statusCode).toBe(200)
  expect((await office.survey()).dates.opens).toBe('2026-07-01')
  expect((await office.draft()).tree).toMatchObject({ opens: '2026-07-01' })
})

test('a tablet shows the pause; what it took before counts, what it took on a day of it does not', async () => {
  await office.open()
  const one = await tablet(office.svar, NOON)
  await office.move('pause')
  const { setup } = await one.beat()
  const ids = (list: { questionnaire: { id: string } }[] = []) =>
    list.map(({ questionnaire }) => questionnaire.id).filter((each) => each === office.id)
  expect([ids(setup!.surveys), ids(setup!.paused)]).toEqual([[], [office.id]])
  office.svar.setClock('2026-07-03T12:00:00+02:00')
  const more = {
    survey: office.id,
    questionnaire: 1,
    site: 'norr',
    answers: { q1: 'b', q4: ['a', 'b'] },
  }
  const items = await Promise.all([
    one.seal('fore-pausen-1', '2026-07-01', more),
    one.seal('under-pausen-1', '2026-07-02', more),
  ])
  const outcomes = (await one.deliver(...items)).map(({ outcome, reason }) => reason ?? outcome)
  expect(outcomes).toEqual(['kept', 'answered while the survey was paused'])
})
