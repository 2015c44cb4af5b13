import { expect, test } from 'vitest'
import { start } from '../start.ts'
import {
  answersOf,
  anyone,
  edition,
  publish,
  publishes,
  publicSurvey,
  signedIn,
} from './publishing.ts'
import { wordsOf } from './scanning.ts'

const EARLY = '2026-07-05T09:00:00+02:00'

test('a survey that was closed before its last day is said to have ended when it did', async () => {
  const svar = await start({ environment: { SVAR_BASE_URL: 'https://svar.example' } })
  await svar.open(publicSurvey(['norr']))
  for (let turn = 0; turn < 12; turn += 1) await svar.send('prov', answersOf('norr', turn))
  svar.setClock(EARLY)
  const office = await signedIn(svar, 'anna@nord.example', 'nord', EARLY)
  const state = '/office/surveys/prov/state'
  const seen = /name="seen" value="(\d+)"/.exec((await office.get(state)).body)![1]!
  expect((await office.submit(state, { what: 'close', seen })).statusCode).toBe(303)
  expect((await office.get(publish)).body).toContain('Den görs tidigast 5 juli 2026 kl. 10:00.')
  await svar.store.finalise('prov', new Date(EARLY).toISOString())
  await office.get(publish)
  await office.submit(publish, edition)
  await publishes(office, { revision: '1' })

  const page = (await anyone(svar, '/s/prov/results?lang=sv')).body
  expect(page).toContain('mellan 1 juni 2026 och 5 juli 2026')
  expect(page).not.toContain('31 augusti')
  expect((await anyone(svar, '/s/prov/results.jsonld')).body).toContain('"2026-07-05"')
  const report = await office.get('/office/surveys/prov/report.pdf?lang=sv')
  const said = (await wordsOf(report.rawPayload)).join(' ')
  expect(said).toContain('5 juli 2026')
  expect(said).not.toContain('31 augusti')
  await svar.close()
})
