import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import { ask, content, options, sites } from '../make.ts'
import { ACT, start, type Started } from '../start.ts'
import { signedIn } from './two-offices.ts'

const page = '/office/surveys/prov'
const questions = [
  ask.choice('val', { options: options('ja', 'nej') }),
  ask.choices('flera'),
  ask.scale('skala'),
  ask.ranking('rang', { options: options('a', 'b', 'c'), max: 3 }),
  ask.text('ord'),
]

let svar: Started
let anna: Browser

beforeAll(async () => {
  svar = await start()
  await svar.open(content(questions, { sites: sites('norr', 'vik'), languages: ['sv', 'da'] }))
  for (const site of ['norr', 'vik']) {
    for (let turn = 0; turn < 20; turn += 1) {
      const fields = {
        submission: `response-${site}-${turn}`,
        site,
        val: turn % 3 ? 'ja' : 'nej',
        flera: turn % 2 ? ['a', 'b'] : ['c'],
        skala: String(1 + (turn % 4)),
        'rang.a': '1',
        'rang.b': '2',
        'rang.c': '3',
        ord: 'Telefonen är stängd',
      }
      expect((await svar.send('prov', fields)).statusCode).toBe(303)
    }
  }
  const theme = { id: 'tema-telefon', name: 'Telefon', description: '', key: '1' }
  await svar.store.saveTheme('nord', 'prov', theme, ACT)
  await svar.addUser('anna@nord.example')
  anna = await signedIn(svar, 'anna@nord.example')
})
afterAll(() => svar.close())

const read = async (path = page) => (await anna.get(path)).body
const all = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([, found]) => found!.replaceAll('&amp;', '&'))
const plain = (html: string) => html.replaceAll(/<[^>]*>/g, '')

describe('a figure says its message', () => {
  test('on the page: each is named, by a sentence that also stands there', async () => {
    const html = await read()
    const figures = all(html, /(<figure.*?<\/figure>)/gs)
    // Days, four questions with bars, the same by site, and themes.
    expect(figures).toHaveLength(1 + 4 + 4 + 1)
    const words = plain(html)
    for (const figure of figures) {
      const [name] = all(figure, /aria-label="([^"]*)"/g)
      expect(name, figure.slice(0, 200)).toMatch(/\p{L}+ .*\p{L}/u)
      if (!figure.includes('days')) expect(words.replaceAll('&amp;', '&')).toContain(name)
      // What has no name of its own is left out for those who hear the page.
      for (const drawing of all(figure, /(<(?:svg|canvas)[^>]*>)/g)) {
        expect(drawing).toMatch(/role="img" aria-label="[^"]+"|aria-hidden="true"/)
      }
    }
  })

  test('as a picture: the same sentence is its title', async () => {
    const html = await read()
    const named = all(html, /<canvas role="img" aria-label="([^"]*)"/g)
    const byQuestion = questions.slice(0, 4).map(({ id }) => `/questions/${id}/figure.svg`)
    const pictures = [...byQuestion, '/questions/ord/themes.svg']
    for (const path of pictures) {
      const svg = await read(`${page}${path}`)
      expect(svg).toContain('role="img" aria-labelledby="message"')
      const [title] = all(svg, /<title id="message">([^<]*)</g)
      expect(named, path).toContain(title)
    }
  })
})

describe('links keep the view', () => {
  const view = 'site=norr&question=skala&over=channel'

  test('from one language to another, and to the pictures', async () => {
    const html = await read(`${page}?${view}`)
    const links = all(html, /<a[^>]*href="([^"]*)"/g).map((href) => new URL(href, 'http://svar'))
    const here = links.filter(({ pathname }) => pathname === page)
    const languages = here.filter(({ searchParams }) => searchParams.has('lang'))
    expect(languages.length).toBeGreaterThan(1)
    for (const { search, searchParams } of languages) {
      const kept = ['site', 'question', 'over'].map((name) => searchParams.get(name))
      expect(kept, search).toEqual(['norr', 'skala', 'channel'])
    }
    const pictures = links.filter(({ pathname }) => pathname.endsWith('.svg'))
    expect(pictures.length).toBeGreaterThan(2)
    for (const { searchParams } of pictures) {
      expect([searchParams.get('site'), searchParams.get('lang')]).toEqual(['norr', 'sv'])
    }
  })

  test('and what they lead to is that view', async () => {
    const html = await read(`${page}?${view}&lang=da`)
    expect(html).toContain('<html lang="da"')
    expect(all(html, /<section class="question" aria-labelledby="question-(\w+)"/g)).toEqual([
      'skala',
    ])
    const strips = all(html, /<span class="strip-label"[^>]*>(.*?)<\/span>/g)
    expect(strips).toContain('Plats norr')
    expect(strips).not.toContain('Plats vik')
  })
})
