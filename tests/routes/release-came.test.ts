import { afterEach, beforeEach, expect, test } from 'vitest'
import { releaseDue } from '../../src/schedule.ts'
import { ask, content, sites } from '../make.ts'
import { NOON, start, type Started } from '../start.ts'
import { type Tablet, tablet } from '../tablet.ts'
import { wordsOf } from './scanning.ts'
import { signedIn } from './two-offices.ts'

const CLOSED = '2026-09-01T08:00:00+02:00'
const AFTER_GRACE = '2026-09-09T12:00:00+02:00'

let svar: Started
let one: Tablet
beforeEach(async () => {
  svar = await start()
  await svar.open(content([ask.choice('val')], { sites: sites('norr') }))
  one = await tablet(svar, NOON)
  for (let turn = 0; turn < 12; turn += 1) {
    await svar.send('prov', { submission: `answer-number-${turn}`, site: 'norr', val: 'a' })
  }
  await svar.addUser('anna@nord.example')
})
afterEach(() => svar.close())

/** What the dashboard and the report say of the release. */
async function told(now: string) {
  svar.setClock(now)
  await releaseDue(svar.store, Date.parse(now))
  const anna = await signedIn(svar, 'anna@nord.example')
  const { body } = await anna.get('/office/surveys/prov?lang=sv')
  const { rawPayload } = await anna.get('/office/surveys/prov/report.pdf?lang=sv')
  return [body, (await wordsOf(rawPayload)).join(' ')]
}

test('a final release says that every tablet had reported', async () => {
  svar.setClock(CLOSED)
  await one.emptied()
  for (const text of await told(CLOSED)) {
    expect(text).toContain(
      'Slutlig redovisning nr 1, 1 september 2026. Alla surfplattor hade meddelat att inga svar väntade.',
    )
  }
})

test('one that waited for a silent tablet says that the days for late answers were over', async () => {
  for (const text of await told(CLOSED)) expect(text).not.toContain('Slutlig redovisning nr')
  const anna = await signedIn(svar, 'anna@nord.example')
  const { body } = await anna.get('/office/surveys/prov/publish?lang=sv')
  expect(body).toContain('så snart den slutliga redovisningen är klar')
  expect(body).toContain('väntar på svar som kan finnas kvar på en surfplatta')
  expect(body).not.toContain('Den görs tidigast')
  for (const text of await told(AFTER_GRACE)) {
    expect(text).toContain(
      'Slutlig redovisning nr 1, 9 september 2026. Tiden för sena svar från surfplattor var slut.',
    )
  }
})
