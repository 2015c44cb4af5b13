import { describe, expect, test } from 'vitest'
import { taken, takenOpen } from '../../src/survey/tablets/grace.ts'
import { isArchived, type Moved, movesFrom, pausesOf } from '../../src/survey/life.ts'
import { type Dates, stateOf } from '../../src/survey/state.ts'
import './temporal.ts'

const at = (when: string) => Temporal.Instant.from(`${when}+02:00`).epochMilliseconds
const iso = (when: string) => Temporal.Instant.from(`${when}+02:00`).toString()
const dates: Dates = {
  opens: '2026-06-01',
  closes: '2026-08-31',
  timeZone: 'Europe/Stockholm',
  issued: true,
  closed: false,
}
const paused = (until?: string, endedAt?: string): Dates => ({
  ...dates,
  pauses: [
    {
      at: iso('2026-07-01T12:00'),
      ...(until && { until }),
      ...(endedAt && { endedAt: iso(endedAt) }),
    },
  ],
})

describe('a pause', () => {
  test('lasts through its last day, and the survey is open from the next', () => {
    const some = paused('2026-07-04')
    expect(stateOf(some, at('2026-07-04T23:59:59.999'))).toBe('paused')
    expect(stateOf(some, at('2026-07-05T00:00'))).toBe('open')
  })

  test('without a last day lasts until it is ended, or the survey closes', () => {
    expect(stateOf(paused(), at('2026-08-31T23:59'))).toBe('paused')
    expect(stateOf(paused(), at('2026-09-01T00:00'))).toBe('closed')
    expect(stateOf(paused(undefined, '2026-07-02T08:00'), at('2026-07-02T08:00'))).toBe('open')
  })

  test.each([
    ['2026-07-01', { date: '2026-07-01' }],
    ['2026-07-02', { refused: 'answered while the survey was paused' }],
    ['2026-07-03', { refused: 'answered while the survey was paused' }],
    ['2026-07-04', { date: '2026-07-04' }],
  ])('ended on the fourth: what a tablet took on %s', (day, expected) => {
    const some = paused(undefined, '2026-07-04T08:00')
    expect(taken(some, day, at('2026-07-10T12:00'))).toEqual(expected)
    expect(taken(paused('2026-07-03'), day, at('2026-07-10T12:00'))).toEqual(expected)
  })

  test('is told to machines', () => {
    expect(takenOpen(paused(), '2026-07-01', at('2026-07-02T12:00'))).toEqual({ refused: 'paused' })
  })
})

describe('moves', () => {
  const made = (...whats: Moved['what'][]): Moved[] =>
    whats.map((what, index) => ({ what, by: 'anna', at: iso(`2026-07-0${index + 1}T12:00`) }))

  test('make pauses, which reopening ends too', () => {
    const pauses = pausesOf(made('pause', 'resume', 'pause', 'close', 'reopen'))
    expect(pauses.map(({ at: from, endedAt }) => [from, endedAt])).toEqual([
      [iso('2026-07-01T12:00'), iso('2026-07-02T12:00')],
      [iso('2026-07-03T12:00'), iso('2026-07-05T12:00')],
    ])
  })

  test('put a survey into the archive and take it out', () => {
    expect(isArchived(made('close'))).toBe(false)
    expect(isArchived(made('close', 'archive'))).toBe(true)
    expect(isArchived(made('close', 'archive', 'unarchive'))).toBe(false)
  })

  test('are those that the state allows', () => {
    const from = (more: Partial<Parameters<typeof movesFrom>[0]>, when = '2026-07-02T12:00') =>
      movesFrom({ dates, final: false, archived: false, responses: 1, ...more }, at(when))
    expect(from({ dates: { ...dates, issued: false } })).toEqual(['archive'])
    expect(from({}, '2026-05-31T12:00')).toEqual(['open', 'close'])
    expect(from({})).toEqual(['pause', 'close'])
    expect(from({ dates: paused() })).toEqual(['resume', 'close'])
    expect(from({}, '2026-09-01T12:00')).toEqual(['reopen', 'archive'])
    expect(from({ final: true }, '2026-09-01T12:00')).toEqual(['archive'])
    expect(from({ final: true, responses: 0 }, '2026-09-01T12:00')).toEqual(['reopen', 'archive'])
    expect(from({ archived: true })).toEqual(['unarchive'])
  })
})
