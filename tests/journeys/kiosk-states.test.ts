import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask } from '../make.ts'
import { ACT, NOON } from '../start.ts'
import { journeys } from './browser.ts'
import { kioskSurvey } from './kiosk-survey.ts'
import { see } from './kiosk-screen.ts'
import { choose, enrolled, hear, LANDSCAPE, onward, openSurveys, PORTRAIT } from './tablet.ts'

const both = (sv: string, da: string) => ({ sv, da })
const here = journeys({ prepare: openSurveys([]) })
const settings = [
  { viewport: LANDSCAPE, colorScheme: 'light' },
  { viewport: PORTRAIT, colorScheme: 'dark' },
] as const

let number = 0
let site = ''
beforeEach(() => {
  number += 1
  site = `plats-${number}`
})
afterEach(() => here.svar.setClock(NOON))

const place = () => ({ sites: [{ id: site, name: both('Mottagningen', 'Klinikken') }] })
const open = (id: string, more: Parameters<typeof kioskSurvey>[0] = {}) =>
  here.svar.open(kioskSurvey({ id: `${id}-${number}`, ...place(), ...more }), 'nord')

test.each(settings)('nothing is open: $viewport.width', async (setting) => {
  await open('sen', { opens: '2026-08-01' })
  const { page } = await enrolled(here, setting, { site })
  await page.getByText('Der er ingen åben undersøgelse lige nu').waitFor()
  await see(page, `14-none-${setting.colorScheme}`)
  expect(await page.locator('.calm [lang=ar]').getAttribute('dir')).toBe('rtl')
})

test.each(settings)('several are open: $viewport.width', async (setting) => {
  await open('a')
  await open('b', {
    title: both(
      'Väntrummet och bemötandet i receptionen',
      'Venteværelset og modtagelsen i receptionen',
    ),
  })
  const { page } = await enrolled(here, setting, { site, clock: true })
  await page.getByRole('heading', { name: 'Välj en enkät' }).waitFor()
  await see(page, `15-choose-${setting.colorScheme}`)
  const second = page.getByRole('button', { name: /Väntrummet/ })
  await second.tap()
  await page.getByRole('heading', { name: 'Väntrummet och bemötandet' }).waitFor()
  await see(page, `15-chosen-${setting.colorScheme}`)
  await page.getByRole('button', { name: 'Tillbaka' }).tap()
  await second.tap()
  await page.clock.fastForward(91_000)
  await page.getByRole('heading', { name: 'Välj en enkät' }).waitFor()
})

test.each(settings)('a word longer than its row: $viewport.width', async (setting) => {
  const word = 'Sundhedsforvaltningskoordinationsudvalgsformandskabet'
  const long = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, text: both(word, word) }))
  await open('ord', {
    questions: [ask.choice('ord', { text: both('Vem?', 'Hvem?'), options: long })],
  })
  const { page } = await enrolled(here, setting, { site })
  await page.getByRole('button', { name: 'Dansk' }).tap()
  await page.locator('.row').first().waitFor()
  const over = await page
    .locator('main')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  expect(over).toBe(0)
})

test.each(settings)(
  'one closes, and the next takes its place: $viewport.width',
  async (setting) => {
    await open('a', { closes: '2026-07-01' })
    await open('b', {
      opens: '2026-07-02',
      title: both('Ny enkät om väntrummet', 'Ny undersøgelse om venteværelset'),
    })
    const { page } = await enrolled(here, setting, { site, clock: true })
    await page.getByRole('heading', { name: 'Tre frågor om din vårdcentral' }).waitFor()
    here.svar.setClock('2026-07-02T08:00:00+02:00')
    await hear(page, 'Ny enkät om väntrummet')
    await page.getByText('Enkäten ”Tre frågor om din vårdcentral” är stängd.').waitFor()
    await see(page, `16-closed-next-${setting.colorScheme}`)
    await page.clock.fastForward('11:00')
    await expect.poll(() => page.getByText('är stängd').count()).toBe(0)
  },
)

test('one closes and none follows: what is said of it covers nothing', async () => {
  await open('a', { closes: '2026-07-01' })
  const { page } = await enrolled(here, { viewport: LANDSCAPE }, { site, clock: true })
  await page.getByRole('heading', { name: 'Tre frågor om din vårdcentral' }).waitFor()
  here.svar.setClock('2026-07-02T08:00:00+02:00')
  await hear(page, 'Ingen enkät är öppen just nu')
  const said = (await page.getByRole('complementary').boundingBox())!
  const rest = (await page.getByRole('main').boundingBox())!
  expect(rest.y + rest.height).toBeLessThanOrEqual(said.y)
})

test('a tablet that is moved shows the surveys of its new site, and says of none that it closed', async () => {
  await open('a')
  await here.svar.open(
    kioskSurvey({
      id: `annan-${number}`,
      sites: [{ id: `annan-${number}`, name: both('Annan', 'Anden') }],
      title: both('Om den andra platsen', 'Om det andet sted'),
    }),
    'nord',
  )
  const { page, id } = await enrolled(here, {}, { site, clock: true })
  await here.svar.store.changeDevice('nord', id, { site: `annan-${number}` }, ACT)
  await hear(page, 'Om den andra platsen')
  expect(await page.getByText('är stängd').count()).toBe(0)
})

test('who is in the middle of an answer when it closes is told', async () => {
  await open('a', { closes: '2026-07-01' })
  const { page } = await enrolled(here, {}, { site, clock: true })
  await page.getByRole('button', { name: 'Svenska' }).tap()
  await choose(page, 0)
  await onward(page)
  await choose(page, 4)
  for (const _ of [1, 2, 3]) await onward(page)
  here.svar.setClock('2026-07-02T00:00:05+02:00')
  await page.clock.fastForward(50_000)
  await page.locator('textarea').tap()
  await page.clock.fastForward(50_000)
  await expect.poll(() => page.locator('textarea').count()).toBe(1)
  await onward(page)
  await page.getByRole('heading', { name: 'Enkäten hann stänga' }).waitFor()
  await see(page, '16-closed-meanwhile')
  await page.getByRole('button', { name: 'Klar' }).tap()
  await page.getByText('Ingen enkät är öppen just nu').waitFor()
})

test.each(settings)('the office has taken the tablet away: $viewport.width', async (setting) => {
  await open('a')
  const { page, id } = await enrolled(here, setting, { site, clock: true })
  await here.svar.store.revokeDevice('nord', id, ACT)
  await hear(page, 'Den här surfplattan används inte längre')
  await see(page, `17-revoked-${setting.colorScheme}`)
  await page.keyboard.press('Control+Alt+Shift+KeyS')
  expect(await page.locator('.pad').count()).toBe(0)
})

test('the server does not know the tablet: the staff is asked for, and gets in', async () => {
  await open('a')
  const { page, id, pin } = await enrolled(here, {}, { site, clock: true })
  const other = await here.svar.store.renewCode(
    'nord',
    id,
    Buffer.from('x'),
    Date.parse(NOON) + 1,
    ACT,
  )
  expect(other).toBe(true)
  await here.svar.store.enrol(Buffer.from('x'), Buffer.from('y'), Date.parse(NOON))
  await hear(page, 'Surfplattan behöver anslutas på nytt')
  await see(page, '18-unknown')
  await page.keyboard.press('Control+Alt+Shift+KeyS')
  for (const digit of pin) await page.keyboard.press(digit)
  await page.keyboard.press('Enter')
  await page.getByText('Servern känner inte igen surfplattan').waitFor()
  await page.getByRole('button', { name: 'Anslut på nytt' }).tap()
  await page.locator('#code').waitFor()
})

test('an answer that cannot be stored stays with the person, who may try again', async () => {
  await open('a')
  const { page } = await enrolled(here, {}, { site })
  await page.getByRole('button', { name: 'Svenska' }).tap()
  await choose(page, 0)
  await onward(page)
  await choose(page, 4)
  for (const _ of [1, 2, 3]) await onward(page)
  await page.locator('textarea').waitFor()
  await page.evaluate(() => {
    const { add, put } = IDBObjectStore.prototype
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    Object.assign(IDBObjectStore.prototype, { add: full, put: full })
    Object.assign(window, { mend: () => Object.assign(IDBObjectStore.prototype, { add, put }) })
  })
  await onward(page)
  await page.getByRole('heading', { name: 'Dina svar kunde inte sparas' }).waitFor()
  await see(page, '19-unkept')
  await page.evaluate(() => (window as unknown as { mend: () => void }).mend())
  await page.getByRole('button', { name: 'Försök igen' }).tap()
  await page.getByRole('heading', { name: 'Tack för ditt svar!' }).waitFor()
})

test.each(settings)(
  'a tablet that cannot store asks for the staff before anyone starts: $viewport.width',
  async (setting) => {
    await open('a')
    const { page } = await enrolled(here, setting, { site })
    await page.evaluate(() => {
      const full = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
      Object.assign(IDBObjectStore.prototype, { add: full, put: full })
    })
    const asks = page.getByText('Be personalen om hjälp')
    // A heartbeat may have found it out already: then there is nothing to tap.
    const tap = page.getByRole('button', { name: 'Svenska' }).tap()
    await Promise.race([tap.catch(() => {}), asks.waitFor()])
    await asks.waitFor()
    await see(page, `20-full-${setting.colorScheme}`)
  },
)

test('a tablet that cannot open its store asks for the staff, and tries again by itself', async () => {
  await open('a')
  const { page } = await enrolled(here, {}, { site, clock: true })
  const failing = await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('broken', 'UnknownError')
    }
  })
  await page.reload()
  await page.getByText('Be personalen om hjälp').waitFor()
  await failing.dispose()
  await page.clock.fastForward(31_000)
  await page.locator('.invitation').waitFor()
})
