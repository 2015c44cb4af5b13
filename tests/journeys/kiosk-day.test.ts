import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { seeded } from '../random.ts'
import {
  answer,
  beginWriting,
  codeFromOffice,
  type Day,
  type Language,
  leave,
  makeDay,
  refusals,
  results,
} from './day.ts'
import { makeRoad, type Road } from './road.ts'
import { makeStand, queued, type Stand } from './stand.ts'
import { storedRows } from './stored.ts'

const HOUR = 60 * 60_000
const PATIENCE = { timeout: 30_000 }
const languages: Language[] = ['sv', 'da', 'en']

test(
  'three days of a tablet: what counts is counted once, on its date',
  { timeout: 180_000 },
  async () => {
    const day = await makeDay('2026-07-01T15:00:00+02:00')
    const road = await makeRoad(seeded('kiosk, day'))
    const tablet = await enrolled(day, road, makeStand())
    await tablet.answers(8, '2026-07-01')
    await tablet.isSent()

    await day.kill()
    await road.close()
    await tablet.answers(8, '2026-07-01')
    await beginWriting(tablet.page, 'sv', 'Aldrig sänt')
    await tablet.losesPower()
    for (const _ of languages) {
      await tablet.answers(1, '2026-07-01', () => tablet.losesPower())
    }
    expect(await queued(tablet.page)).toBe(11)

    // The next day the server is back, and the network is bad.
    await tablet.passes(18 * HOUR)
    road.leadTo(await day.start())
    road.setBad(true)
    await tablet.setOffline(true)
    await road.open()
    await tablet.answers(10, '2026-07-02')
    await tablet.setOffline(false)
    await tablet.answers(14, '2026-07-02')
    await tablet.isSent()

    // The office closes the survey, which the tablet does not hear of.
    await tablet.setOffline(true)
    await tablet.answers(5, '2026-07-02')
    await day.run('survey', 'close', 'dag')
    await tablet.passes(2 * HOUR)
    await tablet.answers(6, '2026-07-02')
    await tablet.passes(24 * HOUR)
    await tablet.answers(6, '2026-07-03')
    await day.kill()
    road.leadTo(await day.start())
    await tablet.setOffline(false)
    await tablet.isSent()
    const closed = tablet.page.getByText('Ingen enkät är öppen just nu')
    await tablet.soon(() => closed.count()).toBe(1)

    expect(tablet.given).toHaveLength(60)
    const counting = tablet.given.filter(({ date }) => date < '2026-07-03')
    expect(stored(day)).toEqual(sorted(counting))
    await tablet.soon(() => refusals(day)).toEqual({ queued: 0, refused: 6 })
    const check = JSON.parse(await day.run('check', '--json')) as unknown
    expect(check).toEqual({ ok: true, responses: counting.length, faults: [] })
    // Released once the tablet has also said that it knows of the closing.
    const released = async () => {
      await day.run('release')
      return results(day)
    }
    await tablet.soon(released).toMatchObject({ responses: 54, released: 54, final: true })
    expect(road.happened.unanswered).toBeGreaterThanOrEqual(3)
    expect(road.happened.lost).toBeGreaterThanOrEqual(1)
  },
)

interface Given {
  date: string
  language: string
  words: string
}

/** A tablet on its stand, connected by the office's own page, and those who come by. */
async function enrolled(day: Day, road: Road, stand: Stand) {
  road.leadTo(await day.start())
  const code = await codeFromOffice(road.address)
  const address = `${road.address}/kiosk`
  let page = await stand.switchOn(address, day.now())
  await page.locator('#code').fill(code)
  await page.locator('.ways [type=submit]').tap()
  await page.locator('.invitation').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

  const given: Given[] = []
  return {
    given,
    get page() {
      return page
    },
    /** So many people, each in the next language; the last one's thanks end otherwise. */
    async answers(count: number, date: string, last: (page: Page) => Promise<void> = leave) {
      for (let person = 1; person <= count; person += 1) {
        const language = languages[given.length % 3]!
        const words = `Nummer ${given.length}`
        await answer(page, language, words)
        given.push({ date, language, words })
        await (person === count ? last(page) : leave(page))
      }
    },
    /** The browser dies at this moment, and starts anew. */
    async losesPower() {
      await stand.kill()
      page = await stand.switchOn(address, day.now())
      await page.locator('.invitation').waitFor()
    },
    async passes(milliseconds: number) {
      day.passes(milliseconds)
      await page.clock.fastForward(milliseconds)
    },
    setOffline: (now: boolean) => page.context().setOffline(now),
    /** Within some of its minutes: a heartbeat may be lost. */
    soon: <T>(what: () => Promise<T>) =>
      expect.poll(async () => {
        await page.clock.fastForward(61_000)
        return what()
      }, PATIENCE),
    /** The tablet puts off what failed: its clock goes on a little, and it tries again. */
    isSent: () =>
      expect
        .poll(async () => {
          const left = await queued(page)
          if (left > 0) await page.clock.fastForward(5000)
          return left
        }, PATIENCE)
        .toBe(0),
  }
}

function stored({ folder }: Day): Given[] {
  const rows = storedRows(folder, 'dag').map((row) => {
    const { language, date, channel, site, questionnaire } = row
    expect({ channel, site, questionnaire }).toEqual({
      channel: 'kiosk',
      site: 'norr',
      questionnaire: 1,
    })
    const { val, eget } = JSON.parse(row.answers) as Record<string, string>
    expect(val).toBe('a')
    return { date, language, words: eget! }
  })
  return sorted(rows)
}

const sorted = (all: Given[]) => all.toSorted((one, other) => (one.words < other.words ? -1 : 1))
