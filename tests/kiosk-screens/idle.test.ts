import { expect, test } from 'vitest'
import { ASKING, presenceAt, QUIET, secondsOf, touch } from '../../web/kiosk/idle.ts'

test('after a minute it asks, half a minute long, and then the person is gone', () => {
  expect(presenceAt(5000, 5000)).toEqual({ is: 'here' })
  expect(presenceAt(5000, 5000 + QUIET - 1)).toEqual({ is: 'here' })
  expect(presenceAt(5000, 5000 + QUIET)).toEqual({ is: 'asked', seconds: 30 })
  expect(presenceAt(5000, 5000 + QUIET + ASKING - 1)).toEqual({ is: 'asked', seconds: 1 })
  expect(presenceAt(5000, 5000 + QUIET + ASKING)).toEqual({ is: 'gone' })
})

test('what WCAG 2.2.1 asks for: twenty seconds to say so, and more than ten times', () => {
  expect(ASKING).toBeGreaterThanOrEqual(20_000)
  let touched = 0
  for (let times = 1; times <= 50; times++) {
    const now = touched + QUIET + ASKING - 1
    expect(presenceAt(touched, now).is).toBe('asked')
    touched = touch(touched, now)
    expect(presenceAt(touched, now)).toEqual({ is: 'here' })
  }
})

test('a touch that comes too late is another person’s', () => {
  expect(touch(0, QUIET + ASKING)).toBe(0)
  expect(presenceAt(touch(0, 10 * QUIET), 10 * QUIET)).toEqual({ is: 'gone' })
})

test('a clock that is set back does not shorten anyone’s time', () => {
  expect(touch(50_000, 20_000)).toBe(50_000)
})

test('a countdown says 1 until it is over', () => {
  expect([15_000, 14_001, 1, 0, -5].map(secondsOf)).toEqual([15, 15, 1, 0, 0])
})
