import { expect, test } from 'vitest'
import type { SealedItem, SealingKey } from '../../src/survey/tablets/kiosk.ts'
import { ask } from '../make.ts'
import { ACT, NOON } from '../start.ts'
import { sealed } from '../tablet.ts'
import { journeys } from './browser.ts'
import { answer, beginWriting, leave } from './day.ts'
import { see } from './kiosk-screen.ts'
import { hear, quick, stood, storedBy } from './quick.ts'
import { storedRows } from './stored.ts'
import { onward } from './tablet.ts'

const here = journeys({ prepare: async () => {} })
const TODAY = NOON.slice(0, 10)

test('issued anew meanwhile: an answer keeps the number that it was given under', async () => {
  const { page, setOffline, isSent } = await stood(here, 'nytt')
  await setOffline(true)
  await answer(page, 'sv', 'utan nät')
  await leave(page)
  await beginWriting(page, 'sv', 'påbörjad')
  const more = { questions: [...quick('nytt').questions, ask.scale('mer')] }
  await here.svar.open(quick('nytt', more))
  await setOffline(false)
  await hear(page)
  await onward(page)
  await page.getByRole('heading', { name: 'Tack för ditt svar!' }).waitFor()
  await leave(page)
  await beginWriting(page, 'sv', 'därefter')
  await page.getByText('Fråga 2 av 3').waitFor()
  for (const _ of ['eget', 'mer']) await onward(page)
  await page.getByRole('heading', { name: 'Tack för ditt svar!' }).waitFor()
  await isSent()
  const common = { date: TODAY, site: 'nytt' }
  expect(storedBy(here.svar, 'nytt')).toEqual({
    'utan nät': { ...common, questionnaire: 1 },
    påbörjad: { ...common, questionnaire: 1 },
    därefter: { ...common, questionnaire: 2 },
  })
})

test('moved meanwhile: an answer stays where it was given', async () => {
  const { page, id, setOffline, isSent } = await stood(here, 'flytt')
  await setOffline(true)
  await answer(page, 'sv', 'på gamla platsen')
  await leave(page)
  await here.svar.store.changeDevice('nord', id, { site: 'flytt-2' }, ACT)
  await setOffline(false)
  await hear(page)
  await isSent()
  await answer(page, 'sv', 'på nya platsen')
  await isSent()
  const common = { date: TODAY, questionnaire: 1 }
  expect(storedBy(here.svar, 'flytt')).toEqual({
    'på gamla platsen': { ...common, site: 'flytt' },
    'på nya platsen': { ...common, site: 'flytt-2' },
  })
})

test('revoked with a full queue: sends it all, forgets it all, and stands neutral', async () => {
  const { page, id, setOffline } = await stood(here, 'sparr')
  await setOffline(true)
  const key = await page.evaluate(sealingKey)
  const names = Array.from({ length: 120 }, (_, number) => `sparr-${number}`)
  const asked = { survey: 'sparr', site: 'sparr' }
  const item = (name: string) =>
    sealed(key, name, TODAY, { ...asked, answers: { val: 'a', eget: name } })
  await page.evaluate(queue, await Promise.all(names.map(item)))
  await answer(page, 'sv', 'den sista')
  await leave(page)
  await beginWriting(page, 'sv', 'mitt i')
  await here.svar.store.revokeDevice('nord', id, ACT)
  await setOffline(false)
  await hear(page)
  // Nobody is interrupted, nor is their answer lost.
  await onward(page)
  await page.getByRole('heading', { name: 'Tack för ditt svar!' }).waitFor()
  await leave(page)
  await page.getByText('Den här surfplattan används inte längre').waitFor()

  await expect.poll(() => page.evaluate(left), { timeout: 20_000 }).toEqual(nothing)
  expect(storedRows(here.svar.folder, 'sparr')).toHaveLength(122)
  expect(Object.keys(storedBy(here.svar, 'sparr')).toSorted()).toEqual(
    [...names, 'den sista', 'mitt i'].toSorted(),
  )
  await see(page, '17-revoked-and-empty')
  await page.reload()
  await page.locator('#code').waitFor()
  expect(await page.content()).not.toContain('Plats')
})

const nothing = { databases: [], caches: [], workers: 0, storage: 0, cookie: '' }

const left = async () => ({
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  storage: localStorage.length + sessionStorage.length,
  cookie: document.cookie,
})

const sealingKey = () =>
  new Promise<SealingKey>((resolve) => {
    const opening = indexedDB.open('svar-kiosk')
    opening.addEventListener('success', () => {
      const database = opening.result
      const getting = database.transaction('known').objectStore('known').get('sealing')
      getting.addEventListener('success', () => {
        database.close()
        resolve(getting.result as SealingKey)
      })
    })
  })

/** As if so many people had been there. */
const queue = (items: SealedItem[]) =>
  new Promise<void>((resolve) => {
    const opening = indexedDB.open('svar-kiosk')
    opening.addEventListener('success', () => {
      const database = opening.result
      const writing = database.transaction('items', 'readwrite')
      for (const item of items) writing.objectStore('items').put(item)
      writing.addEventListener('complete', () => {
        database.close()
        resolve()
      })
    })
  })
