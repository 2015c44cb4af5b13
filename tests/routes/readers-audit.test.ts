import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashSecret, makeSecret } from '../../src/secrets.ts'
import type { Browser } from '../browser-by-hand.ts'
import { ask, content, options, sites } from '../make.ts'
import { seeded } from '../random.ts'
import { ACT, start, type Started } from '../start.ts'
import { derivableSmallSet } from '../survey/derive.ts'
import { readers } from './readers.ts'
import type { Seen } from './seen.ts'
import { signedIn } from './two-offices.ts'

// A codebook has no more keys than this, and everyone needs a theme.
const PEOPLE = 35
const K = 5
const ids = ['norr', 'syd', 'vik']
const everyone = options(...Array.from({ length: PEOPLE }, (_, index) => `p${index}`))
const asked = ['alla', 'bara', 'skala', 'rang', 'ord']
const survey = (id: string) =>
  content(
    [
      ask.choice('alla', { options: everyone }),
      ask.choice('grund', { options: options('ja', 'nej') }),
      ask.choices('bara', { options: everyone, showIf: { question: 'grund', is: ['ja'] } }),
      ask.scale('skala', { from: 0, to: PEOPLE - 1 }),
      ask.ranking('rang', { options: everyone, max: 1 }),
      ask.text('ord'),
    ],
    {
      id,
      sites: sites(...ids),
      languages: ['sv', 'da'],
      breakdowns: ['channel', 'language', 'question:grund'],
      smallestGroup: K,
    },
  )

/** Who reads: someone who sees all, and planners of one site and of two who overlap. */
const people: Record<string, string[]> = {
  alla: [],
  norr: ['norr'],
  syd: ['syd'],
  tva: ['norr', 'syd'],
}

let svar: Started
let token: string
/** by survey, what its final numbers were divided by */
const divided = new Map<string, string[]>()
const browsers = new Map<string, Browser>()

beforeAll(async () => {
  svar = await start()
  token = makeSecret()
})
afterAll(() => svar.close())

/** Everything that all of them see now, by who and where. */
async function lookAround(id: string): Promise<Map<string, Seen[]>> {
  const found = new Map<string, Seen[]>()
  const note = (name: string, seen: Seen[]) =>
    found.set(name, [...(found.get(name) ?? []), ...seen])
  for (const reader of readers) {
    for (const path of reader.paths) {
      if (reader.as === 'machine') {
        const headers = { authorization: `Bearer ${token}` }
        const reply = await svar.app.inject({ url: `/api/surveys/${id}${path}`, headers })
        expect(reply.statusCode).toBe(200)
        note(reader.name, reader.read(reply, path))
        continue
      }
      for (const [who, browser] of browsers) {
        const reply = await browser.get(`/office/surveys/${id}${path}`)
        if (reply.statusCode === 404 && path.endsWith('themes.svg')) continue
        expect(reply.statusCode, path).toBe(200)
        let { body } = reply
        for (let page = 2; page <= (reader.pages ?? 1); page += 1) {
          const more = await browser.get(`/office/surveys/${id}${path}&page=${page}`)
          body += more.body
        }
        note(`${reader.name}, ${who}`, reader.read({ body, rawPayload: reply.rawPayload }, path))
      }
    }
  }
  return found
}

/** Each comment gets the theme of who wrote it, as soon as it can be read. */
async function sortComments(id: string) {
  const { comments } = (await svar.store.comments('nord', id))!
  for (const { id: text, text: words } of comments) {
    const theme = `tema-${/p\d+/.exec(words)![0]}`
    await svar.store.code({ organisation: 'nord', survey: id, text }, [theme], ACT)
  }
}

describe.each([1, 2])('population %i', (population) => {
  const id = `prov-${population}`
  const random = seeded(`readers ${population}`)
  const ever = new Map<string, Seen[]>()
  // In the second few are Danish, and who came by QR code came first: hard to break down.
  const danish = someOf(population === 1 ? 15 : 3, random)
  const byCode = population === 1 ? someOf(15, random) : (index: number) => index < PEOPLE / 2

  test('arrives, and everyone looks at everything meanwhile', async () => {
    await svar.open(survey(id))
    if (browsers.size === 0) await enter()
    for (let index = 0; index < PEOPLE; index += 1) {
      const key = '123456789abcdefghijklmnopqrstuvwxyz'[index]!
      const theme = { id: `tema-p${index}`, name: `Tema p${index}`, description: '', key }
      expect(await svar.store.saveTheme('nord', id, theme, ACT)).toEqual([])
    }
    const skew = random() * 1.5
    for (let index = 0; index < PEOPLE; index += 1) {
      const site = random() < 0.08 ? '' : ids[Math.floor(ids.length * random() ** (1 + skew))]!
      const reply = await svar.send(id, {
        submission: `person-${population}-${index}`,
        lang: danish(index) ? 'da' : 'sv',
        site,
        ...(byCode(index) && { channel: 'qr' }),
        alla: `p${index}`,
        grund: random() < 0.6 ? 'ja' : 'nej',
        bara: `p${index}`,
        skala: random() < 0.3 ? 'dontknow' : String(index),
        [`rang.p${index}`]: '1',
        ...(random() < 0.8 && { ord: `Skrivet av p${index}` }),
      })
      expect(reply.statusCode, reply.body).toBe(303)
      if (index % 5 === 4) await look()
    }
    await svar.store.closeSurvey('nord', id, ACT)
    await svar.store.finalise(id, ACT.at)
    await look()
    const { groups } = (await svar.store.release('nord', id))!
    const shown = groups.filter(({ questions }) => questions.some(({ n }) => n > 0))
    divided.set(
      id,
      shown.map(({ by }) => by),
    )
  })

  async function look() {
    await sortComments(id)
    for (const [name, seen] of await lookAround(id)) {
      ever.set(name, [...(ever.get(name) ?? []), ...seen])
    }
  }

  test('no reader sees fewer than the smallest group', () => {
    for (const [name, seen] of ever) {
      for (const { question, members } of seen) {
        expect(members.size, `${name}: ${question}`).toBeGreaterThanOrEqual(K)
      }
    }
  })

  test('nor can all of them together, over time, work out fewer', () => {
    const all = [...ever.values()].flat()
    for (const question of asked) {
      const sets = new Map(
        all
          .filter((one) => one.question === question)
          .map(({ members }) => [[...members].toSorted().join(), members]),
      )
      expect(sets.size, question).toBeGreaterThan(0)
      expect(derivableSmallSet([...sets.values()], K), question).toBeUndefined()
    }
  })

  test('breakdowns are among what was read, where they can be', () => {
    const mixed = divided.get('prov-1')
    expect(mixed).toEqual(expect.arrayContaining(['channel', 'language']))
  })

  test('and each has been read: what it shows is what the release has', () => {
    const known = new Set(ever.get('results as JSON')!.map(keyOf))
    for (const reader of readers) {
      const names = [...ever.keys()].filter((name) => name.startsWith(reader.name))
      const seen = names.flatMap((name) => ever.get(name)!)
      expect(seen.length, reader.name).toBeGreaterThan(0)
      const counted = seen.filter(({ question }) => question !== 'ord' && !reader.sums)
      for (const table of counted) {
        expect(known.has(keyOf(table)), `${reader.name}: ${keyOf(table)}`).toBe(true)
      }
    }
  })
})

/** So many of them, whoever they are; a share of each would now and then be too few to show. */
function someOf(many: number, random: () => number) {
  const places = Array.from({ length: PEOPLE }, (_, index) => ({ index, place: random() }))
  const some = places.toSorted((a, b) => a.place - b.place).slice(0, many)
  const found = new Set(some.map(({ index }) => index))
  return (index: number) => found.has(index)
}

const keyOf = ({ question, members }: Seen) => `${question} ${[...members].toSorted().join()}`

async function enter() {
  await svar.store.addToken(hashSecret(token), 'nord', 'read', { ...ACT, at: '2026-07-01' })
  for (const [name, own] of Object.entries(people)) {
    const access = { role: 'planner' as const, sites: own }
    await svar.addUser(`${name}@nord.example`, 'nord', 'lång och god mening', access)
    browsers.set(name, await signedIn(svar, `${name}@nord.example`))
  }
}
