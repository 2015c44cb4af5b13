import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import { expectSoundHtml } from '../html.ts'
import { NOON, start, type Started } from '../start.ts'
import { commentsIn, idsIn, room, survey, write } from './texts.ts'
import { signedIn } from './two-offices.ts'

const password = 'lång och god mening'
let svar: Started
let anna: Browser
let planner: Browser
beforeAll(async () => {
  svar = await start()
  await svar.open(survey)
  await write(svar, { norr: 35, vik: 12, ost: 3 })
  await svar.addUser('anna@nord.example')
  const norr = { role: 'planner', sites: ['norr'] } as const
  await svar.addUser('norr@nord.example', 'nord', password, { ...norr, sites: ['norr'] })
  anna = await signedIn(svar, 'anna@nord.example')
  planner = await signedIn(svar, 'norr@nord.example')
})
afterAll(() => svar.close())

const texts = `${room}/texts`
const page = async (path: string, browser = anna) => (await browser.get(path)).body
const decks = async (path: string) => commentsIn(await page(path))
const audit = async () => (await svar.store.audit('nord', {}, { most: 1000 })).toReversed()

describe('reading', () => {
  test('only released comments, with their sites, a page at a time', async () => {
    const html = await page(texts)
    await expectSoundHtml(html)
    expect(html).toContain('Här finns 35 fritextsvar att läsa')
    expect(html).toContain('Norrby vårdcentral')
    expect(html).not.toContain('nummer ost')
    const [first, second] = [await decks(texts), await decks(`${texts}?page=2`)]
    expect([first.length, second.length]).toEqual([25, 10])
    expect(new Set([...first, ...second]).size).toBe(35)
    expect(await decks(`${texts}?page=99`)).toEqual(second)
    expect(await decks(`${texts}?page=-1`)).toEqual(first)
  })

  test('a link keeps what was chosen', async () => {
    const view = `${texts}?site=norr&written=sv&q=telefon&lang=da`
    const html = await page(view)
    const next = /href="([^"]*page=2[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&')
    expect(new URL(next, 'http://x').searchParams.toString()).toBe(
      'site=norr&written=sv&q=telefon&page=2&lang=da',
    )
    expect(await decks(next)).toHaveLength(5)
    const review = /href="([^"]*\/texts\/\w+\?[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&')
    expect(await page(review)).toContain(
      'href="/office/surveys/prov/texts?site=norr&amp;written=sv&amp;q=telefon&amp;lang=da"',
    )
  })

  test.each([
    ['site=vik', 5],
    ['site=ost', 35],
    ['question=val.other', 0],
    ['question=%27%3B--', 35],
    ['written=da', 0],
    ['q=avstängda+telefon', 35],
    ['q=tandvård', 0],
    ['q=norr3', 1],
    ['state=hidden', 0],
    ['state=nonsense&theme=nonsense', 35],
  ])('%s selects %i', async (query, count) => {
    const html = await page(`${texts}?${query}`)
    const all = commentsIn(html).length + commentsIn(await page(`${texts}?${query}&page=2`)).length
    expect(count > 25 ? all : commentsIn(html).length).toBe(count)
    await expectSoundHtml(html)
  })

  test('what was searched for is marked', async () => {
    expect(await page(`${texts}?q=telefoner`)).toContain('<mark>telefonen</mark>')
  })

  test('who has to do with one site reads that alone, and knows of no other text', async () => {
    const html = await page(texts, planner)
    expect(html).toContain('Du läser svaren från Norrby vårdcentral')
    expect(html).toContain('Här finns 30 fritextsvar')
    expect(html).not.toMatch(/Vikens|Östra|nummer vik/)
    const [foreign] = idsIn(await page(`${texts}?site=vik`))
    for (const tail of ['', '/coding']) {
      const theirs = await planner.get(`${texts}/${foreign}${tail}`)
      const nobodys = await planner.get(`${texts}/finns-inte${tail}`)
      expect(theirs.statusCode).toBe(404)
      const neutral = (body: string, id: string) =>
        body.replaceAll(id, 'ID').replaceAll(/value="[^"]*"/g, '')
      expect(neutral(theirs.body, foreign!)).toBe(neutral(nobodys.body, 'finns-inte'))
    }
    const sent = await planner.submit(`${texts}/${foreign}/hiding`, { reason: 'threat' })
    expect(sent.statusCode).toBe(404)
  })
})

describe('moderation', () => {
  const address = async (search: string) =>
    `${texts}/${idsIn(await page(`${texts}?q=${search}`))[0]}`

  test('a masked passage is gone for every reader, and can be shown again', async () => {
    const one = await address('norr3')
    await page(one)
    const fields = { passage: 'Anna', at: '', maskings: '0' }
    const sent = await anna.submit(`${one}/masking?q=norr3`, fields)
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${one}?q=norr3&done=masked`])
    const review = await page(sent.headers.location!)
    await expectSoundHtml(review)
    expect(review).toContain('Orden är dolda.')
    expect(review).toMatch(/<span class="masked" lang="sv">\[dolda ord\]<\/span> i norr/)
    for (const path of [one, `${texts}?q=norr3`, `${texts}?state=masked`]) {
      const html = await page(path)
      expect(commentsIn(html).find((words) => words.endsWith('norr3'))).toMatch(/^\[dolda ord\] i/)
      expect(html).not.toMatch(/Anna i norr har telefonen avstängd, nummer norr3\b/)
    }
    expect(await decks(`${texts}?q=anna+norr3`)).toEqual([])
    const board = await page(room)
    expect(board).toContain('[…] i norr har telefonen avstängd, nummer norr3')
    expect(board).not.toContain('Anna i norr har telefonen avstängd, nummer norr3<')
    expect((await anna.submit(`${one}/masking`, fields)).statusCode).toBe(303)

    const undone = await anna.submit(`${one}/unmasking`, { from: '0' })
    expect(undone.headers.location).toBe(`${one}?done=unmasked`)
    expect(await decks(one)).toEqual(['Anna i norr har telefonen avstängd, nummer norr3'])
    expect((await anna.submit(`${one}/unmasking`, { from: '0' })).statusCode).toBe(303)
    expect((await anna.submit(`${one}/unmasking`, { from: 'x' })).statusCode).toBe(400)
    const lines = (await audit())
      .slice(-2)
      .map(({ by, at, what, object }) => [by, at, what, object])
    const object = `prov/${one.split('/').at(-1)}`
    expect(lines).toEqual(
      ['text.masked', 'text.unmasked'].map((what) => {
        return ['anna@nord.example', Temporal.Instant.from(NOON).toString(), what, object]
      }),
    )
    expect(JSON.stringify(await audit())).not.toMatch(/telefonen|Anna i/)
  })

  test('words that are not there, or missing, are said beside what was written', async () => {
    const one = await address('norr4')
    await page(one)
    const wrong = await anna.submit(`${one}/masking`, { passage: 'Örebro <b>', maskings: '0' })
    expect(wrong.statusCode).toBe(422)
    await expectSoundHtml(wrong.body)
    expect(wrong.body).toContain('Orden finns inte i svaret.')
    expect(wrong.body).toContain('\nÖrebro &lt;b></textarea>')
    const none = await anna.submit(`${one}/masking`, { passage: '  ' })
    expect([none.statusCode, none.body.includes('Markera eller skriv orden')]).toEqual([422, true])
    const why = await anna.submit(`${one}/hiding`, { reason: 'för att' })
    expect([why.statusCode, why.body.includes('Välj varför')]).toEqual([422, true])
  })

  test('a hidden comment is nowhere but among the hidden, still counts, and can be shown', async () => {
    const one = await address('norr5')
    await page(one)
    const before = await page(room)
    expect(before).toContain('nummer norr5<')
    const hide = () => anna.submit(`${one}/hiding`, { reason: 'threat' })
    expect((await hide()).headers.location).toBe(`${one}?done=hidden`)
    expect((await hide()).statusCode).toBe(303)
    expect(await page(room)).not.toContain('nummer norr5<')
    expect(await decks(`${texts}?q=norr5`)).toEqual([])
    const hidden = await page(`${texts}?state=hidden`)
    expect(hidden).toContain('Dolt: Hot, hat eller förolämpning')
    expect(hidden).not.toContain('nummer norr5')
    const review = await page(one)
    await expectSoundHtml(review)
    expect(review).toContain('nummer norr5')
    expect(review).toMatch(/Dolt av anna@nord\.example 1 juli/)
    expect((await anna.get(`${one}/coding`)).statusCode).toBe(404)
    expect((await anna.submit(`${one}/coding`, {})).statusCode).toBe(404)
    expect((await anna.submit(`${one}/showing`, {})).headers.location).toBe(`${one}?done=shown`)
    expect(await page(room)).toContain('nummer norr5<')
    const last = (await audit()).slice(-2).map(({ what }) => what)
    expect(last).toEqual(['text.hidden', 'text.shown'])
    expect(await page('/office/audit')).toContain(`Prov, ${one.split('/').at(-1)}`)
  })
})

test('after closing a small site is under others, and its name nowhere beside its words', async () => {
  await svar.store.closeSurvey('nord', 'prov', { by: 'test', at: NOON })
  await svar.store.finalise('prov', NOON)
  const html = await page(`${texts}?site=others`)
  expect(commentsIn(html)).toHaveLength(15)
  expect(html).toMatch(/Plats: <\/span>Övriga platser/)
  expect(html.match(/<ul class="comments">.*?<\/ul><\/section>/s)![0]).not.toMatch(/Vikens|Östra/)
  expect(await page(texts, planner)).not.toMatch(/nummer (vik|ost)|Övriga/)
})
