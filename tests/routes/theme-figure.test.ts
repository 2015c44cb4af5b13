import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import { expectSoundHtml } from '../html.ts'
import { ACT, start, type Started } from '../start.ts'
import { room, survey, write } from './texts.ts'
import { signedIn } from './two-offices.ts'

let svar: Started
let anna: Browser
const planner = (...sites: string[]) => ({ role: 'planner' as const, sites })

beforeAll(async () => {
  svar = await start()
  await svar.open(survey)
  await svar.addUser('anna@nord.example')
  await svar.addUser('norr@nord.example', 'nord', 'lång och god mening', planner('norr'))
  anna = await signedIn(svar, 'anna@nord.example')
})
afterAll(() => svar.close())

const page = async (path = room, browser = anna) => (await browser.get(path)).body
const sectionOf = (html: string) =>
  /<section class="themes".*?(?=<div class="texts">)/s.exec(html)?.[0]
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr[^>]*><th scope="row">(.*?)<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) =>
      cell!.replaceAll(/<[^>]*>/g, ''),
    ),
  )

/** Sorts the first so many comments of a field that there are. */
async function sort(count: number, themes: string[]) {
  const { comments } = (await svar.store.comments('nord', 'prov'))!
  for (const { id } of comments.filter(({ field }) => field === 'ord').slice(0, count)) {
    await svar.store.code({ organisation: 'nord', survey: 'prov', text: id }, themes, ACT)
  }
}

describe('the themes of a question on the dashboard', () => {
  test('are not there before the survey has any', async () => {
    await write(svar, { norr: 15, vik: 10 })
    expect(sectionOf(await page())).toBeUndefined()
    const theme = { id: 'tema-telefon', name: 'Telefon & <b>tid</b>', description: '', key: '1' }
    await svar.store.saveTheme('nord', 'prov', theme, ACT)
    const other = { id: 'tema-personal', name: 'Personal', description: '', key: '2' }
    await svar.store.saveTheme('nord', 'prov', other, ACT)
    expect(sectionOf(await page())).toContain('Inget av de 15 fritextsvaren är sorterat')
  })

  test('are a sentence, bars, a table with its denominator, and a way to the comments', async () => {
    await sort(15, [])
    await sort(6, ['tema-telefon'])
    const html = await page()
    await expectSoundHtml(html)
    const section = sectionOf(html)!
    const said = '6 av 15 fritextsvar handlar om ”Telefon &amp; &lt;b>tid&lt;/b>”'
    expect(section.replaceAll('&gt;', '>')).toContain(said)
    expect(section).toContain('alla 15 fritextsvar som redovisas')
    expect(rowsOf(section).slice(0, 4)).toEqual([
      [expect.stringContaining('Telefon'), '6', '40,0\u00a0%'],
      ['Personal', '0', '0,0\u00a0%'],
      ['Inget av temana', '9', '60,0\u00a0%'],
      ['Inte sorterade än', '0', '0,0\u00a0%'],
    ])
    expect(section).toMatch(/<canvas role="img" aria-label="6 av 15 fritextsvar/)
    expect(section).toContain(`href="${room}/texts?question=ord"`)
    expect(html.match(/<section class="themes"/g)).toHaveLength(1)
  })

  test('can be taken along as a picture that says the same', async () => {
    const reply = await anna.get(`${room}/questions/ord/themes.svg`)
    expect(reply.headers['content-type']).toContain('image/svg+xml')
    expect(reply.body).toMatch(/<title id="message">6 av 15 fritextsvar/)
    expect(reply.body).toMatch(/>40,0\s% \(6\)</)
    expect((await anna.get(`${room}/questions/val/themes.svg`)).statusCode).toBe(404)
  })

  test('follow the comments that are let out, and never tell of fewer', async () => {
    await write(svar, { norr: 4 }, 15)
    expect(sectionOf(await page())).toContain('alla 15 fritextsvar')
    await write(svar, { norr: 1 }, 19)
    const section = sectionOf(await page())!
    expect(section).toContain('alla 20 fritextsvar')
    expect(section).toContain('<p>Hittills: 6 av 20')
    expect(section).toContain('5 svar är inte sorterade än.')
    expect(rowsOf(section)).toContainEqual(['Inte sorterade än', '5', '25,0\u00a0%'])
  })
})

describe('a planner of one site', () => {
  const asNorr = async (path = room) => page(path, await signedIn(svar, 'norr@nord.example'))

  test('sees the whole only where two other sites are in it, here and in the text room', async () => {
    const section = sectionOf(await asNorr())!
    expect(section).not.toContain('av 20')
    expect(section).toContain('när minst två andra platser')
    expect(rowsOf(section).map(([site]) => site)).toEqual(['Norrby vårdcentral'])
    const list = await asNorr(`${room}/texts`)
    await expectSoundHtml(list)
    expect(list).toContain('när minst två andra platser')
    expect(list).not.toContain('class="theme-counts"')

    await write(svar, { ost: 10 })
    const told = sectionOf(await asNorr())!
    expect(told).toContain('alla 25 fritextsvar')
    expect(rowsOf(told).map(([site]) => site)).not.toContain('Vikens hälsocentral')
    expect(await asNorr(`${room}/texts`)).toContain('class="theme-counts"')
  })

  test('gets no picture of a whole that is not theirs', async () => {
    const both = planner('norr', 'vik')
    await svar.addUser('vik@nord.example', 'nord', 'lång och god mening', both)
    const browser = await signedIn(svar, 'vik@nord.example')
    expect(sectionOf(await page(room, browser))).toContain('när minst två andra platser')
    expect((await browser.get(`${room}/questions/ord/themes.svg`)).statusCode).toBe(404)
  })
})
