import { expect, test } from 'vitest'
import type { Delivery } from '../../src/survey/tablets/kiosk.ts'
import { NOON } from '../start.ts'
import { journeys } from './browser.ts'
import { answer, leave } from './day.ts'
import { stood, storedBy } from './quick.ts'
import { storedRows } from './stored.ts'

const here = journeys({ prepare: async () => {} })

test('two tabs at once send each answer once', async () => {
  const { page, setOffline, isSent } = await stood(here, 'flikar')
  const sent: string[] = []
  page.context().on('request', (request) => {
    if (!request.url().endsWith('/kiosk/responses')) return
    const { items } = request.postDataJSON() as Delivery
    sent.push(...items.map(({ id }) => id))
  })
  const other = await page.context().newPage()
  await other.goto(`${here.address}/kiosk`)
  await other.locator('.invitation').waitFor()

  await setOffline(true)
  const words = Array.from({ length: 8 }, (_, number) => `Svar ${number}`)
  for (const [number, word] of words.entries()) {
    const tab = number % 2 ? other : page
    await tab.bringToFront()
    await answer(tab, 'sv', word)
    await leave(tab)
  }
  // What was tried without network is no sending.
  sent.length = 0
  await setOffline(false)
  await isSent()
  expect(sent.toSorted()).toEqual([...new Set(sent)].toSorted())
  expect(sent).toHaveLength(8)
  expect(Object.keys(storedBy(here.svar, 'flikar')).toSorted()).toEqual(words)
  expect(storedRows(here.svar.folder, 'flikar')).toHaveLength(8)
  expect(NOON).toContain(storedBy(here.svar, 'flikar')['Svar 1']!.date)
})
