import { DOMParser } from '@xmldom/xmldom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import { ask, content, options, text } from '../make.ts'
import { wordsOf } from '../pages-office/frames.ts'
import { start, type Started } from '../start.ts'
import { wordsOf as paperOf } from './scanning.ts'
import { signedIn } from './two-offices.ts'

const page = '/office/surveys/prov'
const places = [
  { id: 'norr', name: text('Norrby'), listed: 6000 },
  { id: 'syd', name: text('Söderby'), listed: 2000 },
  { id: 'vik', name: text('Viken'), listed: 2000 },
]
const questions = [
  ask.choice('val', { options: options('ja', 'nej') }),
  ask.scale('skala'),
  ask.ranking('rang', { options: options('a', 'b', 'c'), max: 3 }),
  ask.text('ord'),
]
/** Of those at each site, so many say yes. */
const answers = { norr: { yes: 20, of: 40 }, syd: { yes: 78, of: 80 }, vik: { yes: 30, of: 60 } }

let svar: Started
let anna: Browser
let planner: Browser

beforeAll(async () => {
  svar = await start()
  await svar.open(content(questions, { sites: places }))
  await svar.open(content([ask.choice('val')], { id: 'par', sites: places.slice(0, 2) }))
  for (const [site, { yes, of }] of Object.entries(answers)) {
    for (let turn = 0; turn < of; turn += 1) {
      // The last are still held back, so those who say no come early.
      const fields = {
        submission: `response-${site}-${turn}`,
        site,
        val: turn < of - yes ? 'nej' : 'ja',
        skala: site === 'syd' ? '5' : String(1 + (turn % 5)),
        'rang.a': '1',
        'rang.b': turn % 2 ? '2' : '3',
        'rang.c': turn % 2 ? '3' : '2',
      }
      expect((await svar.send('prov', fields)).statusCode).toBe(303)
      if (site !== 'vik') await svar.send('par', { ...fields, val: 'a' })
    }
  }
  await svar.addUser('anna@nord.example')
  const access = { role: 'planner' as const, sites: ['norr'] }
  await svar.addUser('norr@nord.example', 'nord', 'lång och god mening', access)
  anna = await signedIn(svar, 'anna@nord.example')
  planner = await signedIn(svar, 'norr@nord.example')
})
afterAll(() => svar.close())

const words = async (query = '', browser = anna, path = page) =>
  wordsOf((await browser.get(`${path}${query}`)).body)

describe('the page', () => {
  test('says how the sites differ, as far as their numbers carry', async () => {
    const said = await words()
    expect(said).toContain(
      'Söderby: andelen som väljer ”Val ja” är tydligt högre än på de andra platserna tillsammans.',
    )
    expect(said).not.toMatch(/Viken: andelen[^.]*högre/)
    // Of two options the other says the same.
    expect(said).not.toContain('andelen som väljer ”Val nej”')
  })

  test('says who is missing', async () => {
    expect(await words()).toContain('Listade vid Norrby har svarat mer sällan än andra.')
  })

  test('names the rule by which an option of a ranking wins', async () => {
    const said = await words()
    expect(said).toContain('”Val a” vinner mot vart och ett av de andra alternativen')
    expect(said).toContain('Copelands regel')
  })

  // Shown: norr 35 with 15 yes, syd 75 with 73, vik 55 with 25: 113 of 165. Weighted by 6:2:2,
  // 0.6·15/35 + 0.2·73/75 + 0.2·25/55 = 54.3 %; the effect is 165·(0.36/35 + 0.04/75 + 0.04/55).
  test('weights by the listed, and says both numbers of answers', async () => {
    expect(await words()).toContain('Val ja 113 68,5 %')
    const weighted = await words('?weighted=yes')
    expect(weighted).toContain('Val ja 113 54,3 %')
    expect(weighted).toContain('165 svar, som är värda lika mycket som 87 oviktade')
    expect(weighted).toContain('designeffekt 1,91')
  })

  test('says of each table whether its numbers are weighted, on the page and on paper', async () => {
    const paper = async (query: string) => {
      const { rawPayload } = await anna.get(`${page}/report.pdf${query}`)
      return (await paperOf(rawPayload)).join(' ')
    }
    for (const read of [words, paper]) {
      const weighted = await read('?weighted=yes')
      expect(weighted).toContain('165 som svarade på frågan. Antalen är oviktade, allt annat är')
      expect(weighted).toContain('. Inget i tabellen är viktat.')
      expect(await read('?question=val')).not.toMatch(/allt annat är|i tabellen är/)
    }
  })

  test('divides the days, and tells the response rate week by week', async () => {
    expect(await words('?over=channel')).toContain('Dag Inkomna svar Webben')
    const sites = await words('?over=site')
    expect(sites).toContain('Dag Inkomna svar Norrby Söderby Viken')
    expect(sites).toMatch(/Norrby 0,0 % 0,0 % 0,0 % 0,7 %/)
  })
})

describe('a link keeps the view', () => {
  test('in the form, in other languages, and in what is taken along', async () => {
    const query = '?site=norr&site=vik&question=val&weighted=yes&over=channel'
    const { body } = await anna.get(`${page}${query}`)
    expect(body).toMatch(/value="norr" checked/)
    expect(body).not.toMatch(/value="syd" checked/)
    expect(body).toContain('<option value="val" selected')
    const kept = 'site=norr&amp;site=vik&amp;question=val&amp;weighted=yes&amp;over=channel'
    expect(body).toContain(`${page}?${kept}&amp;lang=da`)
    expect(body).toContain('figure.svg?site=norr&amp;site=vik&amp;weighted=yes&amp;over=channel')
    expect(body).not.toContain('id="question-skala"')
  })

  test('and what is not here is told of, not failed on', async () => {
    const odd = ['?site=finns-inte', '?question=%00', '?weighted=1', '?over=x', '?site[]=a&over=']
    for (const query of odd.slice(0, 4)) {
      expect(await words(query)).toContain('En del av det som länken pekar på finns inte här.')
    }
    expect((await anna.get(`${page}${odd[4]}`)).statusCode).toBe(200)
  })

  test('which sites someone looks at does not change what is said of them', async () => {
    const about = (said: string) => /Söderby: andelen som väljer ”Val ja”[^.]*/.exec(said)![0]
    expect(about(await words('?site=syd'))).toBe(about(await words()))
  })
})

describe('who looks at some sites', () => {
  test('is told of those alone: others may well differ', async () => {
    const alike = 'Platserna går inte att skilja åt: skillnaderna'
    expect(await words()).toContain(alike)
    const norr = 'Norrby går inte att skilja från de andra platserna tillsammans'
    const both = 'Söderby och Viken går inte, var för sig, att skilja'
    const told = { norr: await words('', planner), both: await words('?site=syd&site=vik') }
    expect(told.norr).toContain(norr)
    expect(told.both).toContain(both)
    for (const said of Object.values(told)) expect(said).not.toContain(alike)
  })

  test('reads the same interval of the whole as everybody else', async () => {
    const row = (said: string) => /Val ja 113 68,5 % \S+ % och \S+ %/.exec(said)?.[0]
    expect(row(await words('', planner))).toBe(row(await words())!)
    const { rawPayload } = await planner.get(`${page}/report.pdf`)
    expect((await paperOf(rawPayload)).join(' ')).toContain('10 000 personer är listade på alla')
  })
})

describe('a figure to take along', () => {
  const figures = ['questions/val/figure', 'questions/val/sites', 'questions/skala/sites', 'days']

  test.each([...figures, 'questions/rang/figure', 'questions/ord/figure'])('%s', async (figure) => {
    const reply = await anna.get(`${page}/${figure}.svg?lang=da&over=site`)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toBe('image/svg+xml; charset=utf-8')
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'; sandbox")
    const onError = (_: string, message: string) => {
      throw new Error(message)
    }
    const svg = new DOMParser({ onError }).parseFromString(reply.body, 'image/svg+xml')
    const title = svg.getElementsByTagName('title')[0]!.textContent
    expect(title).not.toBe('')
    expect(wordsOf(reply.body)).toContain('Prov. nord, 1. juli 2026.')
    expect(reply.body).not.toMatch(/NaN|undefined|<style|style=/)
  })

  test('of a question that nobody asked is unknown', async () => {
    for (const name of ['figure', 'sites']) {
      expect((await anna.get(`${page}/questions/nej/${name}.svg`)).statusCode).toBe(404)
    }
  })
})

describe('a planner of one site', () => {
  const everywhere = ['', '?site=syd&weighted=yes&over=site', '?question=val']
  const taken = ['questions/val/figure.svg', 'questions/val/sites.svg', 'days.svg?over=site']

  test('sees nothing of the others in any view or picture', async () => {
    const addresses = [...everywhere, ...taken.map((path) => `/${path}`)]
    for (const address of addresses) {
      const { body, statusCode } = await planner.get(`${page}${address}`)
      expect(statusCode).toBe(200)
      expect(body, address).not.toMatch(/Söderby|Viken/)
    }
    expect(await words('?site=syd', planner)).toContain('En del av det som länken pekar på')
  })

  test('sees the whole, but not where it would tell of one other site', async () => {
    expect(await words('', planner)).toContain('Val ja 113 68,5 %')
    const two = await words('', planner, '/office/surveys/par')
    expect(two).toContain('när minst två andra platser är med i dem')
    // 110 in all, 75 of them at the other site.
    expect(two).not.toMatch(/\b(110|75) svar på frågan/)
    expect(two).not.toContain('Val a 110')
    expect(await words('', anna, '/office/surveys/par')).toContain('Val a 110')
    const picture = await planner.get('/office/surveys/par/questions/val/figure.svg')
    expect(wordsOf(picture.body)).not.toContain('110')
  })
})
