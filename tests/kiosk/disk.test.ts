import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeRig } from './rig.ts'

const rig = makeRig()
const NOON = '2026-07-01T12:00:00+02:00'
let folder: string
const open: (() => Promise<void>)[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'svar-tablet-'))
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((kill) => kill()))
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function start() {
  const browser = await rig.killable(folder)
  open.push(browser.kill)
  return browser
}

test('a browser that is killed has every answer that it promised, and the way to send it', async () => {
  const first = await start()
  const key = await first.page.evaluate(async (start) => {
    const world = await kiosk.makeWorld(start)
    const { station } = await world.enrolled()
    world.server.weather = { ...kiosk.FAIR, down: true }
    const promised: string[] = []
    Object.assign(globalThis, { promised })
    void (async () => {
      for (;;) {
        const answers = world.answers()
        await station.keep(answers, kiosk.ZONE)
        promised.push(answers.id)
      }
    })()
    return world.server.key
  }, NOON)
  const enough = () => first.page.evaluate('promised.length > 20 && [...promised]')
  const promised = (await first.page
    .waitForFunction('promised.length > 20')
    .then(enough)) as string[]
  await first.kill()
  open.splice(0)

  const { page } = await start()
  const seen = await page.evaluate(
    async ([start, key]) => {
      const { server, time, tablet } = await kiosk.makeWorld(start, 1, undefined, key)
      const { station } = await tablet.open()
      const { enrolled, queued, setup } = station.state
      await time.passes(60_000)
      return { enrolled, queued, site: setup?.site, kept: [...server.kept.keys()] }
    },
    [NOON, key] as const,
  )
  expect(seen).toMatchObject({ enrolled: true, site: 'brickegarden' })
  expect(seen.queued).toBe(seen.kept.length)
  expect(seen.kept).toEqual(expect.arrayContaining(promised))
})

test('a full disk is told before a person starts, and does not keep from sending', async () => {
  const { page } = await start()
  const cdp = await page.context().newCDPSession(page)
  const grant = (quotaSize?: number) =>
    cdp.send('Storage.overrideQuotaForOrigin', { origin: rig.address, quotaSize })
  await grant(400_000)
  const full = await page.evaluate(async (start) => {
    const world = await kiosk.makeWorld(start)
    const { station } = await world.enrolled()
    Object.assign(globalThis, { world, station })
    world.server.weather = { ...kiosk.FAIR, down: true }
    let promised = 0
    while (await station.canKeep()) {
      await station.keep(world.answers(), kiosk.ZONE)
      promised += 1
    }
    world.server.weather = kiosk.FAIR
    world.tablet.pages[0]!.goesOnline()
    await world.time.passes(60_000)
    return { promised, queued: station.state.queued, kept: world.server.kept.size }
  }, NOON)
  expect(full.promised).toBeGreaterThan(0)
  expect(full).toMatchObject({ queued: 0, kept: full.promised })

  await grant()
  const again = () =>
    page.evaluate(async () => {
      const { world, station } = globalThis as unknown as Full
      await world.time.passes(61_000)
      return station.state.canKeep
    })
  await expect.poll(again, { timeout: 45_000 }).toBe(true)
})

interface Full {
  world: Awaited<ReturnType<typeof kiosk.makeWorld>>
  station: Awaited<ReturnType<Full['world']['enrolled']>>['station']
}
