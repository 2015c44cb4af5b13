import { expect, test } from 'vitest'
import { afterWrong, noTries, TRIES } from '../../web/kiosk/pin-tries.ts'

/** Waits after each wrong PIN, in seconds, where each is tried as soon as it may be. */
function waits(times: number): number[] {
  let tries = noTries
  let now = 0
  return Array.from({ length: times }, () => {
    tries = afterWrong(tries, now)
    const wait = Math.max(0, tries.until - now)
    now += wait + 1
    return wait / 1000
  })
}

test('every fifth wrong PIN costs a wait, twice as long as the one before', () => {
  expect(waits(16)).toEqual([0, 0, 0, 0, 30, 0, 0, 0, 0, 60, 0, 0, 0, 0, 120, 0])
})

test('nobody waits longer than a quarter of an hour', () => {
  expect(Math.max(...waits(20 * TRIES))).toBe(15 * 60)
})
