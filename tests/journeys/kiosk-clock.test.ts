import { expect, test } from 'vitest'
import { journeys } from './browser.ts'
import { answer, leave } from './day.ts'
import { quick, stood, storedBy } from './quick.ts'
import { storedRows } from './stored.ts'

const EVENING = '2026-07-01T23:30:00+02:00'
const DAY = 24 * 60 * 60_000
const here = journeys({ now: EVENING, prepare: async (svar) => svar.open(quick('prov')) })

test.each([3, -3])(
  'a tablet whose clock is %i days wrong dates as the server does',
  async (days) => {
    here.svar.setClock(EVENING)
    const id = days > 0 ? 'fram' : 'bak'
    const wrong = Date.parse(EVENING) + days * DAY
    const { page, setOffline, isSent } = await stood(here, id, {
      now: EVENING,
      time: new Date(wrong).toISOString(),
    })
    const answered = async (words: string) => {
      await answer(page, 'sv', words)
      await leave(page)
    }
    await answered('med nät')
    await isSent()
    await setOffline(true)
    await answered('före midnatt')
    await page.clock.fastForward('45:00')
    await answered('efter midnatt')

    // Someone sets the clock right, and later the tablet starts anew, still without network.
    await page.clock.setSystemTime(Date.parse(EVENING) + 45 * 60_000)
    await answered('klockan ställd')
    await page.clock.fastForward('02:00')
    await page.reload()
    await page.locator('.invitation').waitFor()
    await answered('omstartad')

    here.svar.setClock('2026-07-02T00:20:00+02:00')
    await setOffline(false)
    await isSent()
    const common = { questionnaire: 1, site: id }
    expect(storedBy(here.svar, id)).toEqual({
      'med nät': { ...common, date: '2026-07-01' },
      'före midnatt': { ...common, date: '2026-07-01' },
      'efter midnatt': { ...common, date: '2026-07-02' },
      'klockan ställd': { ...common, date: '2026-07-02' },
      omstartad: { ...common, date: '2026-07-02' },
    })
    expect(storedRows(here.svar.folder, id)).toHaveLength(5)
  },
)
