import { expect, test } from 'vitest'
import type { KioskSurvey } from '../../src/survey/tablets/kiosk.ts'
import { taken } from '../../src/survey/tablets/grace.ts'
import { standing } from '../../web/kiosk/standing.ts'
import { ask, content } from '../make.ts'

const survey: KioskSurvey = {
  questionnaire: { ...content([ask.text('ord')]), number: 1 },
  dates: {
    timeZone: 'Europe/Stockholm',
    issued: true,
    closed: false,
    pauses: [{ at: '2026-07-01T21:30:00Z' }],
  },
}
const at = (instant: string, { open = [], paused = [] }: Record<string, KioskSurvey[]>) =>
  standing(
    { surveysNow: () => open!, pausedNow: () => paused!, now: () => Date.parse(instant) },
    'prov',
  )

test('who had begun when a pause began is kept, as the server counts that day', () => {
  const paused = [survey]
  const last = '2026-07-01T21:59:00Z'
  expect(at(last, { paused })).toBe('open')
  expect(taken(survey.dates, '2026-07-01', Date.parse(last))).toEqual({ date: '2026-07-01' })
  expect(at('2026-07-01T22:00:00Z', { paused })).toBe('paused')
  expect(at('2026-07-01T22:00:00Z', { open: [survey] })).toBe('open')
  expect(at('2026-07-01T22:00:00Z', {})).toBe('closed')
})
