import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Question } from '../../src/survey/questionnaire.ts'
import type { Table } from '../../src/survey/table.ts'
import type { Browser } from '../browser-by-hand.ts'
import { ask, content, options } from '../make.ts'
import { seeded } from '../random.ts'
import { NOON, start, type Started } from '../start.ts'
import { wordsOf } from './scanning.ts'
import { signedIn } from './two-offices.ts'

const languages = ['sv', 'da']
const places = [
  { id: 'norr', name: { sv: 'Norrby', da: 'Nørreby' }, listed: 400 },
  { id: 'vik', name: { sv: 'Viken', da: 'Vigen' }, listed: 300 },
  { id: 'ost', name: { sv: 'Östra', da: 'Østre' }, listed: 200 },
]
const questions: Question[] = [
  ask.choice('val', { text: { sv: 'Hur kom du hit?', da: 'Hvordan kom du?' }, required: true }),
  ask.scale('skala', { fromText: { sv: 'sämst' }, toText: { sv: 'bäst' } }),
  ask.ranking('rang', { options: options('a', 'b', 'c'), max: 3 }),
  ask.choice('folj', { options: options('x', 'y'), showIf: { question: 'val', is: ['c'] } }),
  ask.text('ord'),
]
const setting = { languages, title: { sv: 'Ditt besök', da: 'Dit besøg' }, sites: places }

let svar: Started
let anna: Browser
beforeAll(async () => {
  svar = await start()
  await svar.open(content(questions, setting))
  await svar.open(content(questions, { ...setting, id: 'tom' }))
  await svar.addUser('anna@nord.example')
  const access = { role: 'planner' as const, sites: ['norr'] }
  await svar.addUser('norr@nord.example', 'nord', 'lång och god mening', access)
  const random = seeded('report')
  const pick = (...list: string[]) => list[Math.floor(random() * list.length)]!
  for (const [site, count] of Object.entries({ norr: 41, vik: 33, ost: 4 })) {
    for (let turn = 0; turn < count; turn += 1) {
      // A follow-up that three have answered.
      const val = site === 'norr' && turn < 3 ? 'c' : pick('a', 'b')
      const fields = {
        submission: `response-${site}-${turn}`,
        site,
        val,
        skala: pick('2', '3', '5', 'dontknow'),
        ...(random() < 0.5 && { 'rang.a': '1', 'rang.b': '2', 'rang.c': '3', ord: 'Hemlig text' }),
        ...(val === 'c' && { folj: 'y' }),
      }
      expect((await svar.send('prov', fields)).statusCode).toBe(303)
    }
  }
  anna = await signedIn(svar, 'anna@nord.example')
})
afterAll(() => svar.close())

const report = (query = 'lang=sv', survey = 'prov', browser = anna) =>
  browser.get(`/office/surveys/${survey}/report.pdf?${query}`)
const read = async (...asked: Parameters<typeof report>) =>
  wordsOf((await report(...asked)).rawPayload)

const swedish = new Intl.NumberFormat('sv', { style: 'percent', minimumFractionDigits: 1 })
const share = (count: number, n: number) => swedish.format(count / n).replaceAll(/\s/g, ' ')

/** How a table of the release is read on paper, row by row. */
const rowsOf = ({ kind, n, options, dontKnow }: Table) => [
  ...options.map(({ id, count, meanRank, first = 0 }) => {
    if (kind !== 'ranking') return `${count} ${share(count, n)}`
    const place = meanRank!.toFixed(2).replace('.', ',')
    return `Val ${id} ${place} ${first} ${share(first, n)}`
  }),
  ...(dontKnow === undefined ? [] : [`Vet inte ${dontKnow} räknas inte in`]),
]

/** Every number of the release is in the report; whoever is not counted is not there. */
async function compare(text: string) {
  const release = (await svar.store.release('nord', 'prov'))!
  const [all, ...groups] = release.groups
  const shown = all!.questions.filter(({ n, kind }) => n > 0 && kind !== 'text')
  expect(shown.length).toBeGreaterThanOrEqual(3)
  for (const table of shown) {
    for (const row of rowsOf(table)) expect(text).toContain(row)
    for (const group of groups) {
      const here = group.questions.find(({ id }) => id === table.id)!
      const name = places.find(({ id }) => id === group.id)?.name.sv ?? 'Övriga platser'
      if (here.withheld || here.n === 0) continue
      const first = here.options[0]!
      const cell = here.kind === 'choice' ? `${share(first.count, here.n)} (${first.count})` : ''
      expect(text).toContain(`${name} ${here.n} ${cell}`.trim())
    }
  }
}

describe('while the survey is open', () => {
  test('the report has every released number, and says that they are preliminary', async () => {
    const text = (await read()).join(' ')
    await compare(text)
    expect(text).toContain('Preliminär redovisning')
    expect(text).toContain('78 svar har kommit in')
    expect(text).not.toContain('Hemlig text')
  })

  test('each page says which it is, of how many', async () => {
    const pages = await read('lang=da')
    expect(pages.length).toBeGreaterThan(3)
    pages.forEach((page, index) => {
      expect(page).toContain(`Side ${index + 1} af ${pages.length}`)
    })
  })

  test('it is in the language that was asked for', async () => {
    const reply = await report('lang=da')
    expect(reply.headers['content-type']).toBe('application/pdf')
    expect(reply.headers['content-disposition']).toContain('prov-da.pdf')
    const text = (await wordsOf(reply.rawPayload)).join(' ')
    for (const words of ['Foreløbig opgørelse', 'Hvordan kom du?', 'Nørreby', 'Skal besvares']) {
      expect(text).toContain(words)
    }
    expect(text).not.toMatch(/Norrby|Hur kom du hit/)
  })

  test('the questions stand as they were asked', async () => {
    const text = (await read()).join(' ')
    const [, asked] = text.split('Frågorna som de ställdes') as [string, string]
    for (const words of [
      'Hur kom du hit? Måste besvaras. Välj ett svar.',
      '1 (sämst)',
      '5 (bäst)',
      'Ge alla en plats från 1 till 3',
      'Frågan ställdes bara till dem som svarade ”Val c” på fråga 1.',
      'Högst 1 000 tecken.',
    ]) {
      expect(asked.replaceAll('•', '')).toContain(words)
    }
  })

  test('a planner of one site gets that site and the whole', async () => {
    const planner = await signedIn(svar, 'norr@nord.example')
    const text = (await read('lang=sv', 'prov', planner)).join(' ')
    expect(text).toContain('Rapporten har siffrorna för Norrby och för alla platser tillsammans')
    const others = text.replace('Alla platser är Norrby, Viken och Östra.', '')
    expect(others).not.toMatch(/Viken|Östra|Övriga platser/)
  })
})

describe('the file', () => {
  test('is tagged: language, title, headings, tables with heads, figures with words', async () => {
    const raw = (await report()).rawPayload.toString('latin1')
    for (const part of [
      '/Lang (sv)',
      '/StructTreeRoot',
      '/MarkInfo',
      '/Outlines',
      'pdfuaid:part',
    ]) {
      expect(raw).toContain(part)
    }
    const count = (tag: string) => raw.match(new RegExp(`/S /${tag}\\b`, 'g'))?.length ?? 0
    expect(count('H1')).toBe(1)
    expect(count('H2')).toBe(questions.length + 4)
    expect(count('Table')).toBe(count('Caption'))
    expect(raw.match(/\/Scope \/Column/g)!.length).toBeGreaterThan(count('Table'))
    expect(raw.match(/\/Scope \/Row/g)!.length).toBe(count('TR') - count('Table'))
    expect(raw.match(/\/Alt /g)).toHaveLength(count('Figure'))
    expect(raw.match(/\/FontFile2/g)).toHaveLength(2)
  })

  test('is nobody else’s', async () => {
    await svar.open(content(questions, { ...setting, id: 'fremmed' }), 'syd')
    for (const survey of ['fremmed', 'ingen']) {
      expect((await report('lang=sv', survey)).statusCode).toBe(404)
    }
  })
})

describe('whatever a survey is like', () => {
  const one = async (survey: Parameters<typeof content>[1], asked: Question[]) => {
    const id = `annan-${(surveys += 1)}`
    await svar.open(content(asked, { ...survey, id }))
    const reply = await report('lang=sv', id)
    expect(reply.statusCode).toBe(200)
    return wordsOf(reply.rawPayload)
  }
  let surveys = 0

  test('nobody has answered', async () => {
    const text = (await read('lang=sv', 'tom')).join(' ')
    expect(text).toContain('Ingen har svarat än.')
    expect(text).toContain('Hur kom du hit?')
  })

  test('its words are as long as they get, or have no space', async () => {
    const long = 'Så här tycker jag om mitt besök. '.repeat(60).slice(0, 2000)
    const listed = ['a', 'b', 'c'].map((id) => ({
      id,
      text: { sv: id === 'b' ? 'W'.repeat(2000) : `${id} ${long}` },
    }))
    const pages = await one({ title: { sv: 'Lång'.repeat(60) } }, [
      ask.choice('val', { text: { sv: long }, help: { sv: long }, options: listed }),
    ])
    const text = pages.join('')
    expect(text.split('Så här tycker jag').length).toBeGreaterThan(4 * 60)
    expect(text.match(/W/g)!.length).toBeGreaterThanOrEqual(2000)
  })

  test('letters that the font lacks are seen to be missing, and told of', async () => {
    const text = (await one({}, [ask.choice('val', { text: { sv: 'Hur 我们 مرحبا?' } })])).join(' ')
    expect(text).toContain('Hur □□')
    expect(text).toContain('2 olika tecken saknas')
  })

  test('a language that the interface lacks has its own words in the report', async () => {
    const words = { sv: 'Hur var det?', fi: 'Millaista oli?' }
    const survey = { languages: ['sv', 'fi'], id: 'finska', title: words }
    await svar.open(content([ask.scale('hur', { text: words })], survey))
    const text = (await read('lang=fi', 'finska')).join(' ')
    expect(text).toContain('Millaista oli?')
    expect(text).toContain('Frågorna som de ställdes')
  })

  test('a table that breaks begins with its heads on each page', async () => {
    const many = Array.from({ length: 120 }, (_, index) => ({
      id: `s${index}`,
      name: { sv: `Plats nummer ${index}` },
      listed: 100,
    }))
    const survey = { id: 'manga', sites: many }
    await svar.open(content([ask.scale('hur')], survey))
    await svar.send('manga', { submission: 'response-1', site: 's1', hur: '3' })
    const pages = await read('lang=sv', 'manga')
    const listing = pages.filter((page) => page.includes('Plats nummer'))
    expect(listing.length).toBeGreaterThan(2)
    for (const page of listing) expect(page).toContain('Inkomna svar Listade')
  })
})

describe('after the final release', () => {
  test('what is withheld is named and has no numbers', async () => {
    svar.setClock('2026-09-20T12:00:00+02:00')
    await svar.store.finalise('prov', NOON)
    anna = await signedIn(svar, 'anna@nord.example')
    const text = (await read()).join(' ')
    await compare(text)
    expect(text).toContain('Slutlig redovisning')
    expect(text).toContain('Fråga 4: inga siffror visas, för få svar.')
    const [, section] = text.split('Fråga 4 Visas inte, för få svar') as [string, string]
    const untilNext = section.split('Fråga 5')[0]!
    expect(untilNext).toContain('Därför visas inga siffror')
    expect(untilNext).not.toContain('%')
  })
})
