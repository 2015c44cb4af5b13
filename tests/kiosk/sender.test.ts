import { expect, test } from 'vitest'
import { makeRig } from './rig.ts'

const rig = makeRig()
const NOON = '2026-07-01T12:00:00+02:00'

test('it waits longer and longer, at most five minutes, each time by chance', async () => {
  const page = await rig.page()
  const waits = await page.evaluate(async (start) => {
    const { server, time, answers, enrolled } = await kiosk.makeWorld(start)
    const { station } = await enrolled()
    server.weather = { ...kiosk.FAIR, unavailable: 1 }
    server.retryAfter = undefined
    const tried: number[] = []
    server.onAsked = (path) => path === '/kiosk/responses' && tried.push(time.now())
    await station.keep(answers(), kiosk.ZONE)
    await time.passes(5 * 3_600_000)
    return tried.slice(1).map((at, index) => at - tried[index]!)
  }, NOON)
  // On the way it is for up to six seconds.
  for (const [failures, wait] of waits.entries()) {
    expect(wait).toBeLessThan(Math.min(1000 * 2 ** failures, 300_000) + 6100)
  }
  expect(Math.max(...waits)).toBeGreaterThan(150_000)
  expect(waits.slice(9).some((wait) => wait < 100_000)).toBe(true)
})

test('it comes back no earlier than it was told, but at once when the network returns', async () => {
  const page = await rig.page()
  const seen = await page.evaluate(async (start) => {
    const { server, tablet, time, answers, enrolled } = await kiosk.makeWorld(start)
    const { station } = await enrolled()
    const tried: number[] = []
    server.onAsked = (path) => path === '/kiosk/responses' && tried.push(time.now())
    const waits = []
    for (const weather of ['tooMany', 'unavailable'] as const) {
      server.weather = { ...kiosk.FAIR, [weather]: 1 }
      server.retryAfter = '600'
      tried.length = 0
      await station.keep(answers(), kiosk.ZONE)
      await time.passes(20 * 60_000)
      waits.push(tried[1]! - tried[0]!)
      server.weather = kiosk.FAIR
      tablet.pages[0]!.goesOnline()
      await time.passes(20_000)
    }
    return { waits, queued: station.state.queued, kept: server.kept.size }
  }, NOON)
  for (const wait of seen.waits) {
    expect(wait).toBeGreaterThan(600_000)
    expect(wait).toBeLessThan(607_000)
  }
  expect(seen).toMatchObject({ queued: 0, kept: 2 })
})

test('what one server never takes holds nothing else back', async () => {
  const page = await rig.page()
  const seen = await page.evaluate(async (start) => {
    const { server, tablet, time, answers, enrolled } = await kiosk.makeWorld(start)
    const { station } = await enrolled()
    server.weather = { ...kiosk.FAIR, down: true }
    const made = Array.from({ length: 70 }, () => answers())
    for (const one of made) await station.keep(one, kiosk.ZONE)
    server.poison.add(made[3]!.id)
    server.weather = kiosk.FAIR
    tablet.pages[0]!.goesOnline()
    await time.passes(3_600_000)
    const { queued } = station.state
    const kept = server.kept.size
    server.poison.clear()
    await time.passes(600_000)
    return { queued, kept, finally: server.kept.size }
  }, NOON)
  expect(seen).toEqual({ queued: 1, kept: 69, finally: 70 })
})

test('only what the reply names goes: kept, already or refused', async () => {
  const page = await rig.page()
  const seen = await page.evaluate(async (start) => {
    const { server, tablet, time, answers, enrolled } = await kiosk.makeWorld(start)
    const { station } = await enrolled()
    const [kept, already, refused, unnamed, odd] = Array.from({ length: 5 }, () => answers())
    server.weather = { ...kiosk.FAIR, down: true }
    for (const one of [kept, already, refused, unnamed, odd]) {
      await station.keep(one!, kiosk.ZONE)
    }
    server.weather = kiosk.FAIR
    const outcomes = [
      { id: kept!.id, outcome: 'kept' },
      { id: already!.id, outcome: 'already' },
      { id: refused!.id, outcome: 'refused', reason: 'closed' },
      { id: odd!.id, outcome: 'later' },
      { id: 'never-sent-this', outcome: 'kept' },
      null,
    ]
    server.says = { results: outcomes }
    tablet.pages[0]!.goesOnline()
    await time.passes(60_000)
    const left = await kiosk.stored()
    const named = [kept, already, refused, unnamed, odd].map((one) => left.includes(one!.id))
    for (const nonsense of [{ results: 'kept' }, {}, null, 'kept', []]) {
      server.says = nonsense
      tablet.pages[0]!.goesOnline()
      await time.passes(30_000)
    }
    return { named, queued: station.state.queued }
  }, NOON)
  expect(seen).toEqual({ named: [false, false, false, true, true], queued: 2 })
})

test('a token that is unknown stops it, and everything waits', async () => {
  const page = await rig.page()
  const seen = await page.evaluate(async (start) => {
    const { server, time, answers, enrolled } = await kiosk.makeWorld(start)
    const { station } = await enrolled()
    server.token = 'another'
    await station.keep(answers(), kiosk.ZONE)
    const tried: string[] = []
    server.onAsked = (path) => tried.push(path)
    await time.passes(3_600_000)
    const stopped = { ...station.state, setup: undefined }
    const deliveries = tried.filter((path) => path === '/kiosk/responses').length
    server.token = 'token'
    await time.passes(120_000)
    const { unknownDevice, queued } = station.state
    return { stopped, deliveries, unknownDevice, queued, kept: server.kept.size }
  }, NOON)
  expect(seen.stopped).toMatchObject({ unknownDevice: true, queued: 1, enrolled: true })
  expect(seen.deliveries).toBe(1)
  expect(seen).toMatchObject({ unknownDevice: false, queued: 0, kept: 1 })
})

test('two pages of a tablet send one at a time', async () => {
  const page = await rig.page()
  const seen = await page.evaluate(async (start) => {
    const { server, tablet, time, answers, enrolled } = await kiosk.makeWorld(start)
    const first = await enrolled()
    const second = await tablet.open()
    await time.passes(10_000)
    server.weather = { ...kiosk.FAIR, down: true }
    for (let count = 0; count < 120; count += 1) {
      await (count % 2 ? first : second).station.keep(answers(), kiosk.ZONE)
    }
    server.weather = kiosk.FAIR
    for (const one of tablet.pages) one.goesOnline()
    await time.passes(120_000)
    return { came: server.came.length, kept: server.kept.size }
  }, NOON)
  expect(seen).toEqual({ came: 120, kept: 120 })
})
