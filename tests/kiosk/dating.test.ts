import { expect, test } from 'vitest'
import { makeDating } from '../../web/kiosk/dating.ts'
import { beat, DAY, HOUR, makeTablet } from './tablet-clock.ts'

const ZONE = 'Europe/Copenhagen'

test.each([-3 * DAY, 3 * DAY])('answers before the first heartbeat, %i ms wrong', (wrong) => {
  const tablet = makeTablet('2026-03-28T23:30:00+01:00', wrong)
  const clock = tablet.clock()
  const dating = makeDating(clock)
  const thought = ['one', 'two'].map((id) => {
    const date = dating.date(id, ZONE)
    tablet.passes(HOUR)
    return date
  })
  expect(thought).not.toEqual(['2026-03-28', '2026-03-29'])
  tablet.passes(30 * HOUR)
  beat(tablet, clock, 100)
  expect(dating.corrected()).toEqual(
    new Map([
      ['one', '2026-03-28'],
      ['two', '2026-03-29'],
    ]),
  )
  expect(dating.date('three', ZONE)).toBe('2026-03-30')
  tablet.isSet(-2 * wrong)
  beat(tablet, clock, 100)
  expect(dating.corrected().size).toBe(0)
})

test('the date is that of the survey’s zone, not of the tablet', () => {
  const tablet = makeTablet('2026-07-26T23:30:00+02:00')
  const dating = makeDating(tablet.clock())
  expect(dating.date('one', ZONE)).toBe('2026-07-26')
  expect(dating.date('two', 'Atlantic/Faroe')).toBe('2026-07-26')
  expect(dating.date('three', 'Asia/Tokyo')).toBe('2026-07-27')
})
