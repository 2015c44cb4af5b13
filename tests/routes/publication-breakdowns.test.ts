import { expect, test } from 'vitest'
import type { Results } from '../../src/survey/results.ts'
import { start } from '../start.ts'
import {
  answersOf,
  anyone,
  CLOSED,
  edition,
  publish,
  publishes,
  publicSurvey,
  signedIn,
} from './publishing.ts'

test('what a survey is broken down by is not public with a question of another kind', async () => {
  const svar = await start({ environment: { SVAR_BASE_URL: 'https://svar.example' } })
  await svar.open({ ...publicSurvey(), breakdowns: ['channel', 'question:val'] })
  for (const site of ['norr', 'soder']) {
    for (let turn = 0; turn < 30; turn += 1) await svar.send('prov', answersOf(site, turn))
  }
  svar.setClock(CLOSED)
  await svar.store.finalise('prov', '2026-09-08T00:00:00Z')
  const stored = (await svar.store.release('nord', 'prov'))!
  expect(stored.groups.map(({ by }) => by)).toContain('question:val')

  const office = await signedIn(svar)
  await office.get(publish)
  await office.submit(publish, { ...edition, question: ['skala'], sites: ['skala'] })
  await publishes(office, { revision: '1', question: ['skala'], sites: ['skala'] })
  const { groups } = (await anyone(svar, '/api/surveys/prov/results')).json<Results>()
  expect([...new Set(groups.map(({ by }) => by))]).toEqual(['all', 'site'])
  const csv = (await anyone(svar, '/api/surveys/prov/results.csv')).body
  expect(csv).toContain('skala')
  expect(csv).not.toMatch(/question:val|channel/)
  await svar.close()
})
