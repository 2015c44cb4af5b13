import { describe, expect, test } from 'vitest'
import { localDate } from '../../src/survey/calendar.ts'
import { beat, DAY, HOUR, makeTablet } from './tablet-clock.ts'

const START = '2026-10-24T21:00:00+02:00'

describe.each([-3 * DAY, 0, 3 * DAY])('a tablet whose clock is %i ms wrong', (wrong) => {
  test('knows the server’s time from the first heartbeat on', () => {
    const tablet = makeTablet(START, wrong)
    const clock = tablet.clock()
    expect(clock.sure()).toBe(false)
    expect(clock.now()).toBe(tablet.truth() + wrong)
    beat(tablet, clock, 300)
    expect(clock.sure()).toBe(true)
    expect(clock.now()).toBe(tablet.truth())
    tablet.passes(60 * DAY)
    expect(clock.now()).toBe(tablet.truth())
  })

  test.each([-3 * DAY, -90_000, 90_000, 3 * DAY])('which is then set by %i ms', (by) => {
    const tablet = makeTablet(START, wrong)
    const clock = tablet.clock()
    beat(tablet, clock)
    tablet.passes(HOUR)
    tablet.isSet(by)
    expect(clock.now()).toBe(tablet.truth())
    expect(clock.sure()).toBe(false)
    tablet.passes(HOUR)
    tablet.isSet(-by / 2)
    tablet.passes(HOUR)
    expect(clock.now()).toBe(tablet.truth())
    // … and what is stored brings the next session to the same time.
    const next = tablet.cold(8 * HOUR, clock.mark())
    expect(next.now()).toBe(tablet.truth())
    expect(next.sure()).toBe(false)
  })

  test('dates by the calendar over the end of summer time', () => {
    const tablet = makeTablet(START, wrong)
    const clock = tablet.clock()
    beat(tablet, clock)
    const dates = new Set<string>()
    const midnight = Temporal.Instant.from('2026-10-26T00:00:00+01:00').epochMilliseconds
    while (tablet.truth() < midnight) {
      const date = localDate(clock.now(), 'Europe/Stockholm')
      expect(date === '2026-10-24').toBe(tablet.truth() < midnight - 25 * HOUR)
      dates.add(date)
      tablet.passes(HOUR / 4)
    }
    expect([...dates]).toEqual(['2026-10-24', '2026-10-25'])
    expect(localDate(clock.now(), 'Europe/Stockholm')).toBe('2026-10-26')
  })
})

describe('after a cold start without network', () => {
  test('a clock that was set back while off does not undo what has been', () => {
    const tablet = makeTablet(START)
    const clock = tablet.clock()
    beat(tablet, clock)
    tablet.passes(5 * HOUR)
    const last = tablet.truth()
    const mark = clock.mark()
    tablet.isSet(-3 * DAY)
    const next = tablet.cold(HOUR, mark)
    expect(next.now()).toBe(last)
    tablet.passes(HOUR)
    expect(next.now()).toBe(last + HOUR)
    beat(tablet, next)
    expect(next.now()).toBe(tablet.truth())
  })

  test('a clock set forward misleads until the clock is right again, not longer', () => {
    const tablet = makeTablet(START)
    const clock = tablet.clock()
    beat(tablet, clock)
    const mark = clock.mark()
    tablet.isSet(3 * DAY)
    const misled = tablet.cold(HOUR, mark)
    tablet.passes(HOUR)
    expect(misled.now()).toBe(tablet.truth() + 3 * DAY)
    const kept = misled.mark()
    tablet.isSet(-3 * DAY)
    expect(tablet.cold(HOUR, kept).now()).toBe(tablet.truth())
  })

  test('the server is right, also where it takes back what it said before', () => {
    const tablet = makeTablet(START)
    const clock = tablet.clock()
    clock.heard(tablet.truth() + 30 * DAY, clock.moment())
    beat(tablet, clock)
    const next = tablet.cold(HOUR, clock.mark())
    expect(next.now()).toBe(tablet.truth())
  })
})

describe('a tablet asleep', () => {
  test('knows the time on waking, from its own clock', () => {
    const tablet = makeTablet(START)
    const clock = tablet.clock()
    beat(tablet, clock)
    clock.hides(true)
    tablet.sleeps(10 * HOUR)
    clock.hides(false)
    expect(clock.now()).toBe(tablet.truth())
    tablet.isSet(-3 * DAY)
    expect(clock.now()).toBe(tablet.truth())
  })

  test('is told from one whose clock was set, by the next heartbeat', () => {
    const tablet = makeTablet(START)
    const clock = tablet.clock()
    beat(tablet, clock)
    const moments = [clock.moment()]
    const truths = [tablet.truth()]
    const note = () => {
      moments.push(clock.moment())
      truths.push(tablet.truth())
    }
    // With the screen on it looks like a clock that was set …
    tablet.sleeps(10 * HOUR)
    note()
    // … and a clock set behind a dark screen looks like sleep.
    clock.hides(true)
    tablet.isSet(3 * DAY)
    clock.hides(false)
    tablet.passes(HOUR)
    note()
    expect(moments.map(clock.at)).not.toEqual(truths)
    beat(tablet, clock)
    expect(moments.map(clock.at)).toEqual(truths)
  })
})

test('a clock set behind a dark screen before the first heartbeat is no sleep either', () => {
  const tablet = makeTablet(START)
  const first = tablet.clock()
  beat(tablet, first)
  const clock = tablet.cold(HOUR, first.mark())
  const moment = clock.moment()
  const truth = tablet.truth()
  clock.hides(true)
  tablet.isSet(2 * DAY)
  clock.hides(false)
  expect(clock.now()).toBe(truth + 2 * DAY)
  beat(tablet, clock, 300)
  expect(clock.at(moment)).toBe(truth)
})

test('set while it slept, in any direction, is one jump and told apart all the same', () => {
  for (const by of [-3 * DAY, -HOUR, HOUR, 3 * DAY]) {
    for (const dark of [true, false]) {
      const tablet = makeTablet(START)
      const clock = tablet.clock()
      beat(tablet, clock)
      const moment = clock.moment()
      const truth = tablet.truth()
      clock.hides(dark)
      tablet.sleeps(10 * HOUR)
      tablet.isSet(by)
      clock.hides(false)
      beat(tablet, clock)
      expect(clock.at(moment)).toBe(truth)
      expect(clock.now()).toBe(tablet.truth())
    }
  }
})

test('many nights and many settings between two heartbeats', () => {
  const tablet = makeTablet(START)
  const clock = tablet.clock()
  beat(tablet, clock)
  const moments = new Map([[clock.moment(), tablet.truth()]])
  for (const [at, night] of [9.1, 10.2, 8.4, 11.7, 9.9].entries()) {
    tablet.sleeps(night * HOUR)
    moments.set(clock.moment(), tablet.truth())
    tablet.passes(HOUR)
    tablet.isSet((at % 2 ? -1.3 : 2.6) * HOUR * at)
    moments.set(clock.moment(), tablet.truth())
  }
  beat(tablet, clock)
  expect([...moments.keys()].map(clock.at)).toEqual([...moments.values()])
})

describe('a heartbeat', () => {
  test('that was long on its way does not spoil a time that is well known', () => {
    const tablet = makeTablet(START)
    const clock = tablet.clock()
    beat(tablet, clock, 20)
    beat(tablet, clock, 20_000, 0)
    expect(clock.now()).toBe(tablet.truth())
    // A first one is better than nothing, and off by half of its way at most.
    const next = tablet.cold(HOUR)
    beat(tablet, next, 20_000, 0)
    expect(Math.abs(next.now() - tablet.truth())).toBe(10_000)
    beat(tablet, next, 20)
    expect(next.now()).toBe(tablet.truth())
  })

  test('during which the tablet slept says nothing', () => {
    const tablet = makeTablet(START)
    const clock = tablet.clock()
    clock.hides(true)
    const sent = clock.moment()
    const said = tablet.truth()
    tablet.sleeps(10 * HOUR)
    clock.heard(said, sent)
    expect(clock.sure()).toBe(false)
    expect(clock.now()).toBe(tablet.truth())
  })
})
