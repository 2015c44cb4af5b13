import { afterEach, beforeEach, expect, test } from 'vitest'
import { act } from '../store/fixture.ts'
import { ask, content, sites } from '../make.ts'
import { ACT, NOON, start, type Started } from '../start.ts'
import { heartbeat, type Tablet, tablet } from '../tablet.ts'

const survey = (more = {}) => content([ask.choice('val')], { sites: sites('norr', 'syd'), ...more })

let svar: Started
let one: Tablet
beforeEach(async () => {
  svar = await start()
  await svar.open(survey())
  one = await tablet(svar, NOON)
})
afterEach(() => svar.close())

const shown = async (asked: Tablet = one) =>
  (await asked.beat()).setup!.surveys.map(({ questionnaire }) => questionnaire.id)

test('brings the clock of the server, and what the tablet said is noted', async () => {
  svar.setClock('2026-07-01T12:34:56.789+02:00')
  const said = { ...heartbeat, queued: 7, oldest: '2026-06-30', clock: 12.5, version: '2' }
  const { now, state, sealing } = await one.beat(said)
  expect(now).toBe(Date.parse('2026-07-01T12:34:56.789+02:00'))
  expect([state, sealing]).toEqual(['active', one.enrolled.reply.sealing])
  expect(await one.known()).toMatchObject({ seenAt: now, report: said })
})

test('what it knows more in a later version is left out', async () => {
  await one.beat({ ...heartbeat, battery: 0.2 } as object)
  expect((await one.known()).report).toEqual({ ...heartbeat, current: false })
})

test('the setup comes only where it is another', async () => {
  const { tag } = one.enrolled.reply.setup!
  expect(await one.beat({ setup: tag })).not.toHaveProperty('setup')
  expect((await one.beat({ setup: 'old' })).setup!.tag).toBe(tag)
  await svar.store.changeDevice('nord', one.id, { name: 'Väntrummet' }, ACT)
  const { setup } = await one.beat({ setup: tag })
  expect(setup).toMatchObject({ device: { name: 'Väntrummet' } })
  expect(await one.beat({ setup: setup!.tag })).not.toHaveProperty('setup')
  await svar.open(survey({ title: { sv: 'Rättad' } }))
  const [corrected] = (await one.beat({ setup: setup!.tag })).setup!.surveys
  expect(corrected!.questionnaire).toMatchObject({ number: 2, title: { sv: 'Rättad' } })
})

test('the setup has the surveys of its organisation and site that are open or will be', async () => {
  await svar.open(survey({ id: 'kommer', opens: '2026-08-01' }))
  await svar.open(survey({ id: 'var', closes: '2026-06-30' }))
  await svar.open(survey({ id: 'syd', sites: sites('syd') }))
  await svar.open(survey({ id: 'utan', sites: [] }))
  await svar.store.saveDraft('nord', survey({ id: 'utkast' }), {}, ACT)
  await svar.open(survey({ id: 'andras' }), 'annan')
  expect(await shown()).toEqual(['kommer', 'prov'])
  const [kommer] = (await one.beat()).setup!.surveys
  expect(kommer!.dates).toMatchObject({ opens: '2026-08-01', timeZone: 'Europe/Stockholm' })
  expect(kommer!.questionnaire.sites.map(({ id }) => id)).toEqual(['norr'])
  await svar.store.changeDevice('nord', one.id, { site: 'syd' }, ACT)
  expect(await shown()).toEqual(['kommer', 'prov', 'syd'])
  await svar.store.closeSurvey('nord', 'prov', act)
  expect(await shown()).toEqual(['kommer', 'syd'])
  expect(await shown(await tablet(svar, NOON, 'annan'))).toEqual(['andras'])
})

test('a revoked tablet hears so, and nothing more of surveys', async () => {
  await svar.store.revokeDevice('nord', one.id, { ...ACT, at: '2026-07-01T10:00:00Z' })
  svar.setClock('2027-07-01T12:00:00+02:00')
  const reply = await one.beat({ queued: 3 })
  expect(reply).toMatchObject({ state: 'revoked' })
  expect(reply).not.toHaveProperty('setup')
  expect(await one.known()).toMatchObject({ report: { queued: 3 } })
})
