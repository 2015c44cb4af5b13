import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import { expectSoundHtml } from '../html.ts'
import { start, type Started } from '../start.ts'
import { commentsIn, idsIn, room, survey, write } from './texts.ts'
import { signedIn } from './two-offices.ts'

let svar: Started
let anna: Browser
let bo: Browser
beforeAll(async () => {
  svar = await start()
  await svar.open(survey)
  await write(svar, { norr: 15, vik: 10 })
  for (const name of ['anna', 'bo']) await svar.addUser(`${name}@nord.example`)
  anna = await signedIn(svar, 'anna@nord.example')
  bo = await signedIn(svar, 'bo@nord.example')
})
afterAll(() => svar.close())

const page = async (path: string, browser = anna) => (await browser.get(path)).body
const themes = `${room}/themes`
const save = (id: string, name: string, key: string, description = '') =>
  anna.submit(`${themes}/${id}`, { name, key, description })
const names = async () => (await svar.store.themes('nord', 'prov')).map(({ name }) => name)

describe('the codebook', () => {
  test('takes themes, each once, however often the form is sent', async () => {
    const empty = await page(`${room}/coding`)
    await expectSoundHtml(empty)
    expect(empty).toContain('Skriv först vilka teman')
    const id = /action="[^"]*\/themes\/([\w-]+)/.exec(await page(themes))![1]!
    const sent = await save(id, '  Telefon ', '1', 'Svar om att ringa.')
    expect(sent.headers.location).toBe(`${themes}?done=theme`)
    await save(id, 'Telefon', '1', 'Svar om att ringa.')
    await save('tema-personal', 'Personal', 'P')
    await save('tema-lokaler', 'Lokaler', '3')
    expect(await names()).toEqual(['Telefon', 'Personal', 'Lokaler'])
    const html = await page(`${themes}?done=theme`)
    await expectSoundHtml(html)
    expect(html).toContain('Temat är sparat.')
    const changes = await svar.store.audit('nord', { what: 'survey.themesChanged' }, { most: 9 })
    expect(changes).toHaveLength(3)
  })

  test.each([
    [{ name: '', key: '4' }, 'Skriv ett namn på temat.'],
    [{ name: 'x'.repeat(61), key: '4' }, 'Använd högst 60 tecken.'],
    [{ name: 'telefon', key: '4' }, 'Det finns redan ett tema med det namnet.'],
    [{ name: 'Nytt', key: '1' }, 'Ett annat tema har den tangenten.'],
    [{ name: 'Nytt', key: 'å' }, 'Välj en tangent'],
    [{ name: 'Nytt', key: '4', description: 'y'.repeat(501) }, 'Använd högst 500 tecken.'],
  ])('refuses %o and keeps it', async (fields, words) => {
    const reply = await anna.submit(`${themes}/tema-nytt`, fields)
    expect(reply.statusCode).toBe(422)
    await expectSoundHtml(reply.body)
    expect(reply.body).toContain(words)
    expect(reply.body).toContain(fields.name ? `value="${fields.name}"` : `value="${fields.key}"`)
    expect(await names()).toHaveLength(3)
  })

  test('has an order', async () => {
    await anna.submit(`${themes}/tema-lokaler/move`, { to: 'up' })
    expect(await names()).toEqual(['Telefon', 'Lokaler', 'Personal'])
    await anna.submit(`${themes}/tema-lokaler/move`, { to: 'down' })
    await anna.submit(`${themes}/tema-personal/move`, { to: 'up' })
    await anna.submit(`${themes}/tema-personal/move`, { to: 'up' })
    expect(await names()).toEqual(['Personal', 'Telefon', 'Lokaler'])
    expect((await anna.submit(`${themes}/finns-inte/move`, {})).statusCode).toBe(404)
  })
})

describe('sorting by forms', () => {
  /** Sorts every comment, and returns what was seen of them. */
  async function sort(browser: Browser, themesOf: (turn: number) => string[]) {
    const seen: string[] = []
    let at = (await browser.get(`${room}/coding?state=unsorted`)).headers.location!
    for (let turn = 0; at.includes('/coding'); turn += 1) {
      const html = await page(at, browser)
      seen.push(...commentsIn(html))
      expect(html).not.toContain('checked')
      const action = /action="([^"]*\/coding[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&')
      const sent = await browser.submit(action, { theme: themesOf(turn), go: 'next' })
      at = sent.headers.location!
    }
    return { seen, at }
  }

  test('two coders, each apart, until nothing is left', async () => {
    const first = await sort(anna, (turn) => (turn < 8 ? ['tema-personal'] : []))
    expect(new Set(first.seen).size).toBe(15)
    expect(first.at).toBe(`${room}/texts?state=unsorted&done=coded`)
    expect(await page(`${room}/texts?done=coded`)).toContain('Du har sorterat alla svar')
    const second = await sort(bo, (turn) => (turn < 6 ? ['tema-personal'] : ['tema-lokaler']))
    expect(second.seen).toEqual(first.seen)
    const lines = await svar.store.audit('nord', { what: 'survey.coded' }, { most: 99 })
    expect(lines.map(({ by }) => by)).toEqual(['bo@nord.example', 'anna@nord.example'])
  })

  // Of 15 both gave it to 6, neither to 7, one of them to 2: by hand, with o = 2 · 2 = 4,
  // n_c = 14, n_k = 16 and n = 30, alpha is 1 − 29 · 4 / (2 · 14 · 16) = 0.741.
  test('their agreement, and what counts', async () => {
    const html = await page(themes)
    await expectSoundHtml(html)
    expect(html).toContain('2 personer har sorterat. 15 svar är sorterade av minst två av dem.')
    expect(html).toMatch(/Personal<\/th><td>0,74<\/td><td>Nästan lika/)
    const list = await page(`${room}/texts`)
    await expectSoundHtml(list)
    const whole = /<table class="theme-counts">.*?<\/table>/s.exec(list)![0]
    const counts = [...whole.matchAll(/<th scope="row">(.*?)<\/th><td>(.*?)<\/td>/g)].map(
      ([, name, value]) => [name!, value!].map((cell) => cell.replaceAll(/<[^>]*>/g, '').trim()),
    )
    expect(counts).toEqual([
      ['Personal', '6'],
      ['Telefon', '0'],
      ['Lokaler', '0'],
      ['Inget av temana', '9'],
      ['Inte sorterade än', '0'],
      ['Alla svar', '15'],
    ])
    expect(idsIn(await page(`${room}/texts?state=disputed`))).toHaveLength(9)
    expect(idsIn(await page(`${room}/texts?theme=tema-personal`))).toHaveLength(6)
  })

  test('going back keeps what was chosen, and is no finding of its own', async () => {
    const [first, second] = idsIn(await page(`${room}/texts?site=vik`))
    const at = (id: string) => `${room}/texts/${id}/coding?site=vik`
    await svar.addUser('cia@nord.example')
    const cia = await signedIn(svar, 'cia@nord.example')
    await cia.get(at(second!))
    const sent = await cia.submit(at(second!), { go: 'previous' })
    expect(sent.headers.location).toBe(at(first!))
    const own = async () =>
      (await svar.store.codings('nord', 'prov')).filter(({ coder }) => coder === 'cia@nord.example')
    expect(await own()).toEqual([])
    await cia.submit(at(second!), { go: 'previous', theme: ['tema-lokaler', 'finns-inte'] })
    expect(await own()).toEqual([
      { text: second, coder: 'cia@nord.example', themes: ['tema-lokaler'] },
    ])
    expect(await page(at(second!), cia)).toMatch(/value="tema-lokaler" checked/)
  })

  test('a theme that is removed is gone from what was sorted', async () => {
    await anna.submit(`${themes}/tema-lokaler/removal`, {})
    expect((await anna.submit(`${themes}/tema-lokaler/removal`, {})).statusCode).toBe(303)
    expect(await names()).toEqual(['Personal', 'Telefon'])
    const left = (await svar.store.codings('nord', 'prov')).flatMap((coding) => coding.themes)
    expect(new Set(left)).toEqual(new Set(['tema-personal']))
  })
})
