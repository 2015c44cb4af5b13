import { expect, test } from 'vitest'
import { makeDating } from '../../web/kiosk/dating.ts'
import { beat, DAY, HOUR, makeTablet } from './tablet-clock.ts'

const ZONE = 'Europe/Copenhagen'

function makeBook(clock: Parameters<typeof makeDating>[0]) {
  const dating = makeDating(clock)
  const dates = new Map<string, string>()
  return {
    dates,
    answer: (id: string, zone = ZONE) =>
      dating.dated(id, zone, async (date) => void dates.set(id, date)),
    correct: () =>
      dating.correct(async (changed) => {
        for (const [id, date] of changed) dates.set(id, date)
      }),
    fail: () => dating.correct(() => Promise.reject(new Error('full'))),
  }
}

test.each([-3 * DAY, 3 * DAY])('answers before the first heartbeat, %i ms wrong', async (wrong) => {
  const tablet = makeTablet('2026-03-28T23:30:00+01:00', wrong)
  const clock = tablet.clock()
  const book = makeBook(clock)
  await book.answer('one')
  tablet.passes(HOUR)
  await book.answer('two')
  expect([...book.dates.values()]).not.toEqual(['2026-03-28', '2026-03-29'])
  tablet.passes(30 * HOUR)
  beat(tablet, clock, 100)
  await expect(book.fail()).rejects.toThrow('full')
  await book.correct()
  await book.answer('three')
  expect([...book.dates.values()]).toEqual(['2026-03-28', '2026-03-29', '2026-03-30'])

  // What is corrected stays as it is, and no moment is remembered.
  tablet.isSet(-2 * wrong)
  beat(tablet, clock, 100)
  await book.correct()
  await book.fail()
  expect([...book.dates.values()]).toEqual(['2026-03-28', '2026-03-29', '2026-03-30'])
})

test('an answer that could not be stored is not dated again', async () => {
  const tablet = makeTablet('2026-03-28T23:30:00+01:00', DAY)
  const clock = tablet.clock()
  const dating = makeDating(clock)
  const full = () => Promise.reject(new Error('full'))
  await expect(dating.dated('one', ZONE, full)).rejects.toThrow('full')
  beat(tablet, clock)
  await dating.correct(full)
})

test('the date is that of the survey’s zone, not of the tablet', async () => {
  const book = makeBook(makeTablet('2026-07-26T23:30:00+02:00').clock())
  await book.answer('one')
  await book.answer('two', 'Atlantic/Faroe')
  await book.answer('three', 'Asia/Tokyo')
  expect([...book.dates.values()]).toEqual(['2026-07-26', '2026-07-26', '2026-07-27'])
})
