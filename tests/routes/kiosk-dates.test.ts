import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { releaseDue } from '../../src/schedule.ts'
import { ask, content, sites } from '../make.ts'
import { ACT, NOON, start, type Started } from '../start.ts'
import { type Tablet, tablet } from '../tablet.ts'

const survey = (more = {}) => content([ask.choice('val')], { sites: sites('norr'), ...more })

let svar: Started
let one: Tablet
beforeEach(async () => {
  svar = await start()
  await svar.open(survey())
  one = await tablet(svar, NOON)
})
afterEach(() => svar.close())

const byDay = async (id = 'prov') => (await svar.store.participation('nord', id))!.byDay
const release = (at: string) => releaseDue(svar.store, Date.parse(at))

test('what was answered before closing counts on its day, through the last day of grace', async () => {
  const names = ['2026-05-31', '2026-06-01', '2026-08-30', '2026-08-31', '2026-09-01', '2026-09-07']
  const items = await Promise.all(names.map((day) => one.seal(day, day)))
  const late = await one.seal('late', '2026-08-31')
  svar.setClock('2026-09-07T23:59:59.999+02:00')
  const outcomes = (await one.deliver(...items)).map(({ outcome, reason }) => reason ?? outcome)
  expect(outcomes).toEqual([
    'answered before the survey opened',
    'kept',
    'kept',
    'kept',
    'answered after the survey closed',
    'answered after the survey closed',
  ])
  expect(await byDay()).toEqual({ '2026-06-01': 1, '2026-08-30': 1, '2026-08-31': 1 })
  svar.setClock('2026-09-08T00:00:00+02:00')
  expect(await one.deliver(late, items[1])).toEqual([
    { id: late.id, outcome: 'refused', reason: 'came after the days of grace' },
    { id: items[1]!.id, outcome: 'already' },
  ])
  expect(await one.known()).toMatchObject({ refused: 4 })
})

test('a survey may say its own days of grace', async () => {
  await svar.open(survey({ id: 'kort', graceDays: 1 }))
  const [first, second] = await Promise.all(
    ['a', 'b'].map((name) => one.seal(name, '2026-08-31', { survey: 'kort' })),
  )
  svar.setClock('2026-09-01T23:59:59+02:00')
  expect(await one.deliver(first)).toMatchObject([{ outcome: 'kept' }])
  svar.setClock('2026-09-02T00:00:00+02:00')
  expect(await one.deliver(second)).toMatchObject([{ outcome: 'refused' }])
})

test('a day that has not come counts as today, in the zone of the survey', async () => {
  await svar.open(survey({ id: 'nuuk', timeZone: 'America/Nuuk' }))
  svar.setClock('2026-07-02T01:00:00+02:00')
  const ahead = ['prov', 'nuuk'].map((name) => one.seal(name, '2026-07-05', { survey: name }))
  expect(await one.deliver(...(await Promise.all(ahead)))).toMatchObject([
    { outcome: 'kept' },
    { outcome: 'kept' },
  ])
  expect(await byDay()).toEqual({ '2026-07-02': 1 })
  expect(await byDay('nuuk')).toEqual({ '2026-07-01': 1 })
})

test('what was refused and then kept does not point to its tablet', async () => {
  const item = await one.seal('a', '2026-05-31')
  expect(await one.deliver(item)).toMatchObject([{ outcome: 'refused' }])
  expect(await one.deliver(item)).toMatchObject([{ outcome: 'refused' }])
  expect(await one.deliver({ ...item, answeredOn: '2026-06-01' })).toMatchObject([
    { outcome: 'kept' },
  ])
  expect(await one.known()).toMatchObject({ refused: 1 })
  const client = new Database(join(svar.folder, 'svar.db'), { readonly: true })
  const keysOf = (table: string) => client.prepare(`SELECT hex(id) FROM ${table}`).pluck().all()
  expect(keysOf('responses')).toHaveLength(1)
  expect(keysOf('refusals')).not.toEqual(keysOf('responses'))
  client.close()
})

test('closed by hand: what was answered through that day', async () => {
  const days = ['2026-06-30', '2026-07-01', '2026-07-02']
  const items = await Promise.all(days.map((day) => one.seal(day, day)))
  await svar.store.closeSurvey('nord', 'prov', { by: 'test', at: '2026-07-01T10:00:00Z' })
  svar.setClock('2026-07-08T23:59:00+02:00')
  expect(await one.deliver(...items)).toMatchObject([
    { outcome: 'kept' },
    { outcome: 'kept' },
    { outcome: 'refused' },
  ])
})

test('the same rule at the door of the API, and for no other token', async () => {
  svar.setClock('2026-09-03T12:00:00+02:00')
  const item = { id: 'plain-0001', questionnaire: 1, language: 'sv', answeredOn: '2026-08-31' }
  const told = await one.post('/api/surveys/prov/responses', { ...item, answers: { val: 'a' } })
  expect(told.json()).toEqual({ results: [{ id: item.id, outcome: 'kept' }] })
  expect(await byDay()).toEqual({ '2026-08-31': 1 })
})

test('a revoked tablet brings what it had when it was revoked, for seven days', async () => {
  const days = ['2026-06-30', '2026-07-01', '2026-07-02']
  const items = await Promise.all(days.map((day) => one.seal(day, day)))
  const late = await one.seal('late', '2026-06-30')
  await svar.store.revokeDevice('nord', one.id, { ...ACT, at: '2026-07-01T10:00:00Z' })
  svar.setClock('2026-07-08T10:00:00Z')
  const outcomes = (await one.deliver(...items)).map(({ outcome, reason }) => reason ?? outcome)
  expect(outcomes).toEqual(['kept', 'kept', 'answered after the tablet was revoked'])
  svar.setClock('2026-07-08T10:00:00.001Z')
  expect(await one.deliver(late, items[0])).toMatchObject([
    { outcome: 'refused', reason: 'came long after the tablet was revoked' },
    { outcome: 'already' },
  ])
})

test('the final release waits until the tablets are empty, and refuses what comes after', async () => {
  const other = await tablet(svar, NOON)
  const items = await Promise.all(['a', 'b'].map((name) => one.seal(name, '2026-08-31')))
  await one.beat({ survey: 'prov' })
  await other.beat({ survey: 'prov' })
  expect(await release('2026-08-31T23:59:59+02:00')).toEqual([])
  svar.setClock('2026-09-02T10:00:00+02:00')
  await other.emptied()
  await one.beat({ queued: 2 })
  expect(await release('2026-09-02T10:01:00+02:00')).toEqual([])
  expect(await one.deliver(items[0])).toMatchObject([{ outcome: 'kept' }])
  // Empty, and perhaps still offering the survey: it has not heard.
  await one.beat({ queued: 0 })
  expect(await release('2026-09-02T10:01:30+02:00')).toEqual([])
  await one.emptied()
  expect(await release('2026-09-02T10:02:00+02:00')).toEqual(['prov'])
  expect(await one.deliver(...items)).toEqual([
    { id: items[0]!.id, outcome: 'already' },
    { id: items[1]!.id, outcome: 'refused', reason: 'closed' },
  ])
  expect(await svar.store.release('nord', 'prov')).toMatchObject({ final: true })
})

test('it waits for no silent tablet longer than the days of grace', async () => {
  await one.beat({ survey: 'prov', queued: 3 })
  expect(await release('2026-09-07T23:59:59+02:00')).toEqual([])
  expect(await release('2026-09-08T00:00:00+02:00')).toEqual(['prov'])
})

test('without tablets it is made at once', async () => {
  await svar.open(survey({ id: 'annan', sites: sites('syd') }))
  await svar.open(survey({ id: 'andras' }), 'annan')
  expect(await release('2026-09-01T00:00:05+02:00')).toEqual(['andras', 'annan'])
})
