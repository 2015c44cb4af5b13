import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import type { Started } from '../start.ts'
import { tree } from '../survey/tree.ts'
import { expectAccessible, sticksOut } from './accessible.ts'
import { journeys } from './browser.ts'
import { press, pressTo } from './keyboard.ts'
import { enter } from './office-door.ts'
import { shoot } from './screenshots.ts'

const here = journeys({ prepare, cookies: true })
const desk = { viewport: { width: 1440, height: 900 } }
const edit = '/office/surveys/prov-1/edit'
const act = { by: 'test', at: '2026-06-30T10:00:00Z' }

async function prepare({ store, addUser }: Started) {
  await store.saveOrganisation({ id: 'nord', name: 'Nord', accent: '#0b5f66', demo: false }, act)
  for (const name of ['anna', 'bo']) await addUser(`${name}@nord.example`)
  await store.addDraft('nord', 'prov-1', tree(), act)
}

/** The draft as it was at first, whatever the test before made of it. */
beforeEach(async () => {
  const { revision: base } = await draft()
  await here.svar.store.editDraft('nord', 'prov-1', { base, tree: tree(), marks: {} }, act)
})

const draft = async () => (await here.svar.store.draft('nord', 'prov-1'))!
const questions = async () => (await draft()).tree as { questions: { id: string }[] }

async function editor(name = 'anna', options = desk, path = edit): Promise<Page> {
  const page = await here.visit('about:blank', options)
  await enter(page, here.svar, here.address + path, `${name}@nord.example`)
  await page.locator('.ed-bar').waitFor()
  return page
}

const status = (page: Page, is: string) => page.locator(`[data-status="${is}"]`).waitFor()
const saved = async (page: Page, before: number) => {
  await page.locator(`[data-status="saved"]:not([data-revision="${before}"])`).waitFor()
  return (await draft()).revision
}

test('a question is written in two languages, saved by itself and seen in the preview', async () => {
  const page = await editor()
  const { revision } = await draft()
  await page.getByLabel('Typ av fråga').last().selectOption('choice')
  await page.getByLabel('Frågan på svenska').fill('Hur kom du hit i dag?')
  await page.getByLabel('Frågan på svenska').press('Enter')
  const question = page.locator('.ed-question').nth(5)
  await question.getByLabel('Frågetext (Dansk)').fill('Hvordan kom du hertil i dag?')
  for (const words of ['Till fots', 'Med buss']) {
    await question.getByLabel('Nytt alternativ på svenska').fill(words)
    await question.getByLabel('Nytt alternativ på svenska').press('Enter')
  }
  await question.getByText('Texten saknas på danska.').first().waitFor()
  await question.getByLabel('Alternativ 1 (Dansk)').fill('Til fods')
  await question.getByLabel('Alternativ 2 (Dansk)').fill('Med bus')
  await saved(page, revision)
  await status(page, 'saved')
  expect((await questions()).questions[5]).toEqual({
    id: 'hur-kom-du-hit-i-dag',
    kind: 'choice',
    text: { sv: 'Hur kom du hit i dag?', da: 'Hvordan kom du hertil i dag?' },
    options: [
      { id: 'till-fots', text: { sv: 'Till fots', da: 'Til fods' } },
      { id: 'med-buss', text: { sv: 'Med buss', da: 'Med bus' } },
    ],
  })
  const phone = page.frameLocator('.ed-phone')
  await phone.getByText('Hur kom du hit i dag?').waitFor()
  await phone.getByText('Förhandsvisning av utkastet').waitFor()
  expect(await phone.locator('#send').isDisabled()).toBe(true)
  await page.locator('.ed-preview').getByRole('button', { name: 'Dansk' }).click()
  await phone.getByText('Hvordan kom du hertil i dag?').waitFor()
})

test('two editors: different fields meet by themselves, and one is told who changed what', async () => {
  const anna = await editor('anna')
  const bo = await editor('bo')
  const { revision } = await draft()
  await bo.getByLabel('Rubrik (Svenska)').fill('Bos rubrik')
  await saved(bo, revision)
  await anna.getByLabel('Inledning (Svenska)').fill('Annas inledning')
  await anna.getByRole('heading', { name: 'bo@nord.example har ändrat i utkastet' }).waitFor()
  expect(await anna.locator('#ed-told li').allTextContents()).toEqual(['Rubrik, svenska'])
  expect(await anna.getByLabel('Rubrik (Svenska)').inputValue()).toBe('Bos rubrik')
  await status(anna, 'saved')
  await expect
    .poll(async () => (await draft()).tree)
    .toMatchObject({ title: { sv: 'Bos rubrik' }, intro: { sv: 'Annas inledning' } })
})

test('two editors in one field: the second chooses, and nothing is lost', async () => {
  const anna = await editor('anna')
  const bo = await editor('bo')
  const { revision } = await draft()
  await bo.getByLabel('Rubrik (Svenska)').fill('Bos rubrik')
  await bo.getByLabel('Inledning (Dansk)').fill('Bos indledning')
  await saved(bo, revision)
  await anna.getByLabel('Rubrik (Svenska)').fill('Annas rubrik')
  await anna.getByLabel('Frågetext (Svenska)').first().fill('Annas fråga')
  const choice = anna.locator('#ed-conflict')
  await choice.getByRole('heading', { name: 'bo@nord.example har ändrat i utkastet' }).waitFor()
  expect(await choice.locator('legend').allTextContents()).toEqual(['Rubrik, svenska'])
  await expectAccessible(anna)
  await shoot(anna, 'editor-conflict')
  // What one writes while choosing stays as well.
  await anna.getByLabel('Frågetext (Dansk)').first().fill('Annas spørgsmål')
  await choice.getByLabel('Kollegans: Bos rubrik').check()
  await choice.getByRole('button', { name: 'Spara det jag har valt' }).click()
  await expect
    .poll(async () => (await draft()).tree)
    .toMatchObject({
      title: { sv: 'Bos rubrik' },
      intro: { da: 'Bos indledning' },
      questions: [{ text: { sv: 'Annas fråga', da: 'Annas spørgsmål' } }, {}, {}, {}, {}],
    })
  await anna.getByRole('button', { name: 'Ångra', exact: true }).click()
  await expect
    .poll(async () => (await draft()).tree)
    .toMatchObject({
      title: { sv: 'Bos rubrik' },
      questions: [{ text: { da: 'Vilken?' } }, {}, {}, {}, {}],
    })
})

test('what is written without a connection is kept, over a reload, and sent later', async () => {
  const page = await editor()
  const { revision } = await draft()
  await page.context().route('**/draft', (route) => route.abort())
  await page.getByLabel('Rubrik (Svenska)').fill('Skrivet på tåget')
  await status(page, 'offline')
  await page.reload()
  expect(await page.getByLabel('Rubrik (Svenska)').inputValue()).toBe('Skrivet på tåget')
  await status(page, 'offline')
  expect((await draft()).revision).toBe(revision)
  await page.context().unroute('**/draft')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await saved(page, revision)
  expect((await draft()).tree).toMatchObject({ title: { sv: 'Skrivet på tåget' } })
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('who has been signed out meanwhile is told so, and loses nothing', async () => {
  const page = await editor()
  const { revision } = await draft()
  const cookies = await page.context().cookies()
  await page.context().clearCookies({ name: 'svar-session' })
  await page.getByLabel('Rubrik (Svenska)').fill('Efter lunch')
  await page.getByText('Du är utloggad.').waitFor()
  await page.context().addCookies(cookies)
  await saved(page, revision)
  expect((await draft()).tree).toMatchObject({ title: { sv: 'Efter lunch' } })
})

test('with the keyboard alone questions are moved, removed and brought back', async () => {
  const page = await editor()
  await pressTo(page, 'Tab', '#down-questions\\.0')
  await press(page, 'Enter')
  await page.locator('#down-questions\\.1:focus').waitFor()
  await page.getByText('”Vilken?” är nu nummer 2 av 5.').waitFor({ state: 'attached' })
  await press(page, 'Enter')
  await page.locator('#down-questions\\.2:focus').waitFor()
  await press(page, 'Shift+Tab', 'Enter')
  const order = async () => (await questions()).questions.map(({ id }) => id).join()
  await expect.poll(order).toBe('q2,q1,q3,q4,q5')
  await pressTo(page, 'Tab', 'button:has-text("Ta bort")')
  await press(page, 'Enter')
  await page.locator('#undo:focus').waitFor()
  await expect.poll(order).toBe('q2,q3,q4,q5')
  await press(page, 'Enter')
  await expect.poll(order).toBe('q2,q1,q3,q4,q5')
})

test('a question is dragged to another place', async () => {
  const page = await editor()
  const question = page.locator('.ed-question')
  await page.setViewportSize({ width: 1440, height: 2400 })
  await question.nth(0).locator('h3').dragTo(question.nth(1).locator('h3'))
  await expect
    .poll(async () => (await questions()).questions.map(({ id }) => id).join())
    .toBe('q2,q1,q3,q4,q5')
})

test('a translation that its source has left behind is confirmed', async () => {
  const page = await editor()
  const stale = page.getByText('Originalet har ändrats').and(page.locator('.ed-hint'))
  await page.getByLabel('Rubrik (Svenska)').fill('Prov på nytt')
  await stale.getByText('”Prov”').waitFor()
  await page.getByRole('button', { name: 'Stämmer fortfarande' }).click()
  await stale.waitFor({ state: 'detached' })
  await expect.poll(async () => (await draft()).marks['title:da']).toBe('Prov på nytt')
})

test('a fault stands beside its field, and saving goes on', async () => {
  const page = await editor()
  const { revision } = await draft()
  await page.getByText('Tid och regler').click()
  await page.getByLabel('Minsta grupp').fill('3')
  const field = page.locator('#f-smallestGroup')
  await page.locator('#n-smallestGroup').getByText('Skriv ett heltal från 5 till 1000.').waitFor()
  expect(await field.getAttribute('aria-describedby')).toBe('n-smallestGroup')
  await saved(page, revision)
  expect((await draft()).tree).toMatchObject({ smallestGroup: 3 })
})

test('without a script, the draft is taken as a file and brought back', async () => {
  const page = await here.visit('about:blank', { ...desk, javaScriptEnabled: false })
  await enter(page, here.svar, here.address + edit, 'anna@nord.example')
  await page.getByText('Redigeraren behöver JavaScript').waitFor()
  const file = await (
    await page.request.get(`${here.address}/office/surveys/prov-1/draft.yaml`)
  ).text()
  const changed = file.replace('sv: Prov', 'sv: Från fil')
  const buffer = Buffer.from(changed)
  await page.locator('#file').setInputFiles({ name: 'prov.yaml', mimeType: 'text/yaml', buffer })
  await page.getByRole('button', { name: 'Ersätt utkastet med filen' }).click()
  await page.getByRole('heading', { name: 'Från fil' }).waitFor()
  expect((await draft()).tree).toEqual({ ...tree(), title: { sv: 'Från fil', da: 'Prov' } })
})

test.each(['sv', 'da'])(
  'the page in %s is accessible, light and dark, wide and narrow',
  async (language) => {
    const page = await editor('anna', desk, `${edit}?lang=${language}`)
    await page.locator('.ed details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true
    })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      for (const [width, height] of [
        [1440, 900],
        [768, 1024],
        [360, 740],
      ] as const) {
        await page.setViewportSize({ width, height })
        await expectAccessible(page)
        await shoot(page, `editor-${language}-${colorScheme}`)
      }
    }
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sticksOut(page)).toEqual([])
  },
)
