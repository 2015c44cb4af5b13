import { expect, test } from 'vitest'
import { makeRig } from './rig.ts'

const rig = makeRig()
const NOON = '2026-07-01T12:00:00+02:00'

test('what is stored is sealed, once per id, until the server has taken it', async () => {
  const page = await rig.page()
  const seen = await page.evaluate(async (start) => {
    const { server, tablet, time, answers, enrolled } = await kiosk.makeWorld(start)
    const { station } = await enrolled()
    server.weather = { ...kiosk.FAIR, down: true }
    const first = answers('Kamomillte')
    await station.keep(first, kiosk.ZONE)
    await station.keep({ ...first, answers: { t: 'Gurkört' } }, kiosk.ZONE)
    await station.keep(answers('Älggräs'), kiosk.ZONE)
    await time.quiet()
    const stored = await kiosk.stored()
    const waiting = { queued: station.state.queued, oldest: station.state.oldest }
    server.weather = kiosk.FAIR
    tablet.pages[0]!.goesOnline()
    await time.passes(60_000)
    const words = [...server.kept.values()].map(({ answers }) => JSON.stringify(answers))
    return { stored, waiting, words: words.toSorted(), id: first.id, after: await kiosk.stored() }
  }, NOON)
  expect(seen.stored).toContain(seen.id)
  expect(seen.stored).not.toMatch(/Kamomill|Gurk|gräs|"answers"|"language"/)
  expect(seen.stored).not.toMatch(/T\d\d:\d\d|"steady"/)
  expect(seen.waiting).toEqual({ queued: 2, oldest: '2026-07-01' })
  expect(seen.words).toEqual([
    expect.stringContaining('Kamomillte'),
    expect.stringContaining('Älggräs'),
  ])
  expect(seen.after).not.toContain(seen.id)
})

test('batches come in no order of time', async () => {
  const page = await rig.page()
  const came = await page.evaluate(async (start) => {
    const { server, tablet, time, answers, enrolled } = await kiosk.makeWorld(start, 7)
    const { station } = await enrolled()
    server.weather = { ...kiosk.FAIR, down: true }
    const made: string[] = []
    for (let count = 0; count < 60; count += 1) {
      const given = { ...answers(), id: `svar-${String(count).padStart(3, '0')}` }
      made.push(given.id)
      await station.keep(given, kiosk.ZONE)
    }
    server.weather = kiosk.FAIR
    tablet.pages[0]!.goesOnline()
    await time.passes(60_000)
    return { made, came: server.came, sizes: server.deliveries.map(({ size }) => size) }
  }, NOON)
  expect(came.came.toSorted()).toEqual(came.made)
  expect(came.came).not.toEqual(came.made)
  // The last of all is not sent last of all either.
  expect(came.came.slice(-10)).not.toEqual(came.made.slice(-10))
  expect(Math.max(...came.sizes)).toBeLessThanOrEqual(50)
})

test('everything that matters is written to the disk before it counts', async () => {
  const page = await rig.page()
  const written = await page.evaluate(async (start) => {
    const { time, tablet, answers, enrolled } = await kiosk.makeWorld(start)
    const { station, window } = await enrolled()
    const found: Record<string, string[]> = {}
    const original = window.IDBDatabase.prototype.transaction
    window.IDBDatabase.prototype.transaction = function transaction(this: IDBDatabase, ...args) {
      const made = original.apply(this, args)
      const [name] = made.objectStoreNames
      if (made.mode === 'readwrite') (found[name!] ??= []).push(made.durability)
      return made
    }
    await station.keep(answers(), kiosk.ZONE)
    await time.passes(90_000)
    return { found, left: tablet.pages[0]!.station.state.queued }
  }, NOON)
  expect(written.left).toBe(0)
  expect(new Set(written.found['items'])).toEqual(new Set(['strict']))
  expect(new Set(written.found['known'])).toEqual(new Set(['strict']))
})
