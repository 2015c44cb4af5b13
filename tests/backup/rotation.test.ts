import { expect, test } from 'vitest'
import { isBackupDue, momentOf, nameOf, outdated } from '../../src/backup/rotation.ts'

const HOUR = 60 * 60 * 1000
const at = (instant: string) => Date.parse(instant)
const day = (moment: number) => new Date(moment).toISOString().slice(0, 10)
const keep = { days: 3, weeks: 2, months: 2 }

test('a name tells its moment; other files are not ours', () => {
  const moment = at('2027-09-01T01:30:00.123Z')
  expect(nameOf(moment)).toBe('svar-20270901T013000123Z.backup')
  expect(momentOf(nameOf(moment))).toBe(moment)
  for (const name of ['svar.db', 'svar-1.backup', `${nameOf(moment)}.part`, 'erasures.jsonl']) {
    expect(momentOf(name)).toBeUndefined()
  }
})

test('of a hundred nights the newest days, weeks and months stay', () => {
  const now = at('2027-09-08T12:00:00Z')
  const nights = Array.from({ length: 100 }, (_, index) => now - index * 24 * HOUR)
  const gone = new Set(outdated(nights, keep, 0, now))
  // Wednesday the 8th; the weeks before began on Monday the 6th and on 30 August.
  expect(nights.filter((night) => !gone.has(night)).map(day)).toEqual([
    '2027-09-08',
    '2027-09-07',
    '2027-09-06',
    '2027-09-05',
    '2027-08-31',
  ])
})

test('what holds deleted answers goes once there is a newer one, or before a day is over', () => {
  const erased = at('2027-09-01T00:01:00Z')
  const [old, fresh] = [erased - HOUR, erased + HOUR]
  expect(outdated([old], keep, erased, erased + 2 * HOUR)).toEqual([])
  expect(outdated([old, fresh], keep, erased, erased + 2 * HOUR)).toEqual([old])
  expect(outdated([old], keep, erased, erased + 21 * HOUR)).toEqual([old])
})

test('one is made each night, and soon after something was deleted', () => {
  const now = at('2027-09-01T12:00:00Z')
  const due = (newest: string, erased = 0) => isBackupDue([at(newest)], erased, now)
  expect(isBackupDue([], 0, now)).toBe(true)
  expect(due('2027-09-01T01:00:00Z')).toBe(false)
  expect(due('2027-09-01T00:59:00Z')).toBe(true)
  expect(due('2027-09-01T01:00:00Z', at('2027-09-01T09:00:00Z'))).toBe(true)
  expect(isBackupDue([at('2027-08-31T12:00:00Z')], 0, at('2027-09-01T00:30:00Z'))).toBe(false)
})
