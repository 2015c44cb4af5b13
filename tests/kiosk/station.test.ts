import { expect, test } from 'vitest'
import { pinKey } from '../../src/survey/tablets/pin.ts'
import { makeRig } from './rig.ts'

const rig = makeRig()
const NOON = '2026-07-01T12:00:00+02:00'

test('a code enrols once it is right, and never where nothing could be stored', async () => {
  const page = await rig.page()
  const seen = await page.evaluate(async (start) => {
    const { server, time, tablet } = await kiosk.makeWorld(start)
    const { station, window } = await tablet.open()
    const before = { ...station.state }
    const enrol = async (code: string) => {
      const said = station.enrol(code)
      await time.passes(60_000)
      return said
    }
    const wrong = await enrol('WRONG234')
    server.weather = { ...kiosk.FAIR, tooMany: 1 }
    const many = await enrol(kiosk.CODE)
    server.weather = { ...kiosk.FAIR, garbled: 1 }
    const garbled = await enrol(kiosk.CODE)
    server.weather = { ...kiosk.FAIR, hangs: true }
    const hangs = await enrol(kiosk.CODE)
    server.weather = kiosk.FAIR
    const put = window.IDBObjectStore.prototype.put
    window.IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    const asked: string[] = []
    server.onAsked = (path) => asked.push(path)
    const full = await enrol(kiosk.CODE)
    window.IDBObjectStore.prototype.put = put
    const right = await enrol(kiosk.CODE)
    const { enrolled, canKeep, online, setup } = station.state
    const said = [wrong, many, garbled, hangs, full, right]
    return { before, said, asked, after: { enrolled, canKeep, online, site: setup?.site } }
  }, NOON)
  expect(seen.before).toMatchObject({ enrolled: false, queued: 0, canKeep: true })
  const failed = ['code-unknown', 'too-many', 'offline', 'offline', 'cannot-keep']
  expect(seen.said).toEqual([...failed, 'enrolled'])
  expect(seen.asked.filter((path) => path === '/kiosk/enrol')).toHaveLength(1)
  expect(seen.after).toEqual({ enrolled: true, canKeep: true, online: true, site: 'brickegarden' })
})

test('heartbeats tell how the tablet is, and bring what has changed', async () => {
  const page = await rig.page()
  const seen = await page.evaluate(async (start) => {
    const { server, time, tablet, enrolled } = await kiosk.makeWorld(start)
    const { station } = await enrolled()
    tablet.wrong = -3 * 86_400_000
    station.shows('prov')
    server.heartbeats.length = 0
    await time.passes(300_000)
    const told = server.heartbeats.at(-1)!
    const count = server.heartbeats.length
    server.setup.tag = 't2'
    server.setup.device.name = 'Kassan'
    await time.passes(180_000)
    const skew = told.clock - time.now()
    return { told, count, skew, name: station.state.setup!.device.name, at: server.heartbeats }
  }, NOON)
  expect(seen.told).toMatchObject({
    version: '1',
    survey: 'prov',
    queued: 0,
    oldest: null,
    setup: 't1',
  })
  expect(seen.told.storageLeft).toBeGreaterThan(0)
  expect(seen.skew).toBeLessThan(-3 * 86_400_000)
  expect(seen.count).toBeGreaterThanOrEqual(4)
  expect(seen.count).toBeLessThanOrEqual(6)
  expect(seen.name).toBe('Kassan')
  expect(seen.at.at(-1)!.setup).toBe('t2')
})

test('it starts cold without network, and opens and closes surveys by the server’s clock', async () => {
  const page = await rig.page()
  const seen = await page.evaluate(async () => {
    const { server, time, tablet, enrolled } = await kiosk.makeWorld('2026-08-30T22:00:00+02:00')
    const first = await enrolled()
    first.close()
    server.weather = { ...kiosk.FAIR, down: true }
    time.skips(3_600_000)
    tablet.wrong = 0
    const { station } = await tablet.open()
    const open = () => station.surveysNow().length
    const cold = { ...station.state, open: open() }
    tablet.wrong = 5 * 86_400_000
    await time.passes(24 * 3_600_000 + 59 * 60_000 - 40_000)
    const lastMinute = open()
    await time.passes(120_000)
    return { cold, lastMinute, after: open() }
  })
  expect(seen.cold).toMatchObject({ enrolled: true, canKeep: true, online: false, open: 1 })
  expect(seen).toMatchObject({ lastMinute: 1, after: 0 })
})

test('a revoked tablet sends, waits for the person, says that it is empty, and forgets', async () => {
  const page = await rig.page()
  const seen = await page.evaluate(async (start) => {
    const { server, tablet, time, answers, enrolled } = await kiosk.makeWorld(start)
    const { station } = await enrolled()
    server.weather = { ...kiosk.FAIR, down: true }
    for (let count = 0; count < 7; count += 1) await station.keep(answers(), kiosk.ZONE)
    station.occupied(true)
    server.weather = kiosk.FAIR
    server.state = 'revoked'
    server.heartbeats.length = 0
    tablet.pages[0]!.goesOnline()
    await time.passes(300_000)
    const during = { ...station.state, setup: undefined, forgotten: tablet.forgotten }
    await station.keep(answers(), kiosk.ZONE)
    station.occupied(false)
    await time.passes(300_000)
    const databases = (await indexedDB.databases()).map(({ name }) => name)
    const late = await station.keep(answers(), kiosk.ZONE).then(
      () => 'kept',
      () => 'refused',
    )
    const beats = server.heartbeats.map(({ queued }) => queued)
    const { enrolled: still, revoked, setup } = station.state
    const after = { still, revoked, setup, forgotten: tablet.forgotten }
    await time.passes(300_000)
    const quiet = server.heartbeats.length === beats.length
    const kept = server.kept.size
    return { during, after, databases, late, beats, quiet, kept }
  }, NOON)
  expect(seen.during).toMatchObject({ revoked: true, enrolled: true, queued: 0, forgotten: 0 })
  expect(seen.after).toEqual({ still: false, revoked: true, setup: undefined, forgotten: 1 })
  expect(seen).toMatchObject({ kept: 8, databases: [], late: 'refused', quiet: true })
  expect(seen.beats[0]).toBe(7)
  expect(seen.beats.at(-1)).toBe(0)
})

test('a disk that takes nothing more does not keep from sending what is on it', async () => {
  const page = await rig.page()
  const seen = await page.evaluate(async (start) => {
    const { server, tablet, time, answers, enrolled } = await kiosk.makeWorld(start)
    const first = await enrolled()
    server.weather = { ...kiosk.FAIR, down: true }
    await first.station.keep(answers(), kiosk.ZONE)
    first.close()
    const { station, window } = await tablet.open()
    window.IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    const more = await station.keep(answers(), kiosk.ZONE).then(
      () => 'kept',
      () => 'refused',
    )
    const keeps = await station.canKeep()
    server.weather = kiosk.FAIR
    tablet.pages[0]!.goesOnline()
    await time.passes(120_000)
    return { more, keeps, queued: station.state.queued, kept: server.kept.size }
  }, NOON)
  expect(seen).toEqual({ more: 'refused', keeps: false, queued: 0, kept: 1 })
})

test('it is given up only when nothing waits, or when that is asked for', async () => {
  const page = await rig.page()
  const seen = await page.evaluate(async (start) => {
    const { server, tablet, time, answers, enrolled } = await kiosk.makeWorld(start)
    const { station } = await enrolled()
    const second = await tablet.open()
    await time.passes(10_000)
    server.weather = { ...kiosk.FAIR, down: true }
    await station.keep(answers(), kiosk.ZONE)
    const leave = async (evenUnsent?: boolean) => {
      const left = station.leave(evenUnsent)
      await time.passes(60_000)
      return left
    }
    const offline = [await leave(), station.state.enrolled]
    server.weather = kiosk.FAIR
    const online = [await leave(), station.state.enrolled, station.state.stale]
    const other = [second.station.state.stale, second.station.state.canKeep]
    return { offline, online, other, kept: server.kept.size, forgotten: tablet.forgotten }
  }, NOON)
  expect(seen.offline).toEqual([false, true])
  expect(seen.online).toEqual([true, false, true])
  expect(seen.other).toEqual([true, false])
  expect(seen).toMatchObject({ kept: 1, forgotten: 1 })
})

test('the staff’s PIN opens, no other', async () => {
  const page = await rig.page()
  const key = await pinKey('4711', 'AAECAwQFBgcICQoLDA0ODw', 1)
  const opened = await page.evaluate(
    async ([start, key]) => {
      const { server, enrolled } = await kiosk.makeWorld(start)
      server.setup.pin.key = key
      const { station } = await enrolled()
      return [await station.pinIs('4711'), await station.pinIs('4712'), await station.pinIs('')]
    },
    [NOON, key] as const,
  )
  expect(opened).toEqual([true, false, false])
})
