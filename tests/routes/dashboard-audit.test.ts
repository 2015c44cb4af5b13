import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSecret, makeSecret } from '../../src/secrets.ts'
import type { Browser } from '../browser-by-hand.ts'
import { ask, content, options, sites } from '../make.ts'
import { seeded } from '../random.ts'
import { partsIn } from '../spreadsheet.ts'
import { ACT, start, type Started } from '../start.ts'
import { wordsOf } from './scanning.ts'
import { commentsIn } from './texts.ts'
import { signedIn } from './two-offices.ts'

const ids = ['norr', 'syd', 'vik']
const questions = [
  ask.choice('val', { options: options('ja', 'nej') }),
  ask.scale('skala'),
  ask.ranking('rang', { options: options('a', 'b', 'c'), max: 3 }),
  ask.text('ord'),
]

let svar: Started
let everywhere: Browser
let planner: Browser
let address: string
const token = makeSecret()

beforeAll(async () => {
  svar = await start()
  for (const id of ['prov-1', 'prov-2']) {
    await svar.open(content(questions, { id, sites: sites(...ids) }))
  }
  await svar.addUser('anna@nord.example')
  const access = { role: 'planner' as const, sites: ['norr'] }
  await svar.addUser('norr@nord.example', 'nord', 'lång och god mening', access)
  everywhere = await signedIn(svar, 'anna@nord.example')
  planner = await signedIn(svar, 'norr@nord.example')
  await svar.store.addToken(hashSecret(token), 'nord', 'read', { ...ACT, at: '2026-07-01' })
  address = await svar.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => svar.close())

const views = [
  '',
  '?weighted=yes&over=site',
  '?site=norr&site=vik&question=skala',
  '/questions/val/figure.svg?weighted=yes',
  '/questions/skala/sites.svg',
  '/questions/rang/sites.svg',
  '/days.svg?over=channel',
  '/report.pdf?lang=da&weighted=yes',
  '/results.csv?lang=sv',
  '/participation.csv',
  '/results.json?site=norr',
  '/results.xlsx?lang=da',
]

const wordsIn = async (view: string, reply: Awaited<ReturnType<Browser['get']>>) => {
  if (view.startsWith('/report.pdf')) return (await wordsOf(reply.rawPayload)).join('\n')
  return view.includes('.xlsx') ? JSON.stringify(partsIn(reply.rawPayload)) : reply.body
}

const pagesOf = async (survey: string) => {
  const found: string[] = []
  for (const browser of [everywhere, planner]) {
    for (const view of views) {
      const reply = await browser.get(`/office/surveys/${survey}${view}`)
      expect(reply.statusCode).toBe(200)
      found.push((await wordsIn(view, reply)).replaceAll(/name="_csrf" value="[^"]*"/g, ''))
    }
    const room = [1, 2, 3].map((page) =>
      browser.get(`/office/surveys/${survey}/texts?page=${page}`),
    )
    // In random order, which tells nothing.
    const comments = (await Promise.all(room)).flatMap(({ body }) => commentsIn(body))
    found.push(...comments.toSorted())
    found.push(await liveOf(survey, browser))
  }
  for (const kind of ['json', 'csv']) found.push(await resultsOf(survey, kind))
  return found.map((body) => body.replaceAll(survey, 'SURVEY'))
}

/** Released numbers alone, as a program gets them. */
async function resultsOf(survey: string, kind: string) {
  const headers = { authorization: `Bearer ${token}` }
  const reply = await svar.app.inject({ url: `/api/surveys/${survey}/results.${kind}`, headers })
  return reply.body.replaceAll(survey, 'SURVEY')
}

/** What a reader of the live view is told first. */
async function liveOf(survey: string, browser: Browser): Promise<string> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const stop = new AbortController()
  const { signal } = stop
  const url = `${address}/office/surveys/${survey}/live`
  const reply = await fetch(url, { headers: { cookie }, signal })
  const { value } = await reply.body!.getReader().read()
  stop.abort()
  return new TextDecoder().decode(value).replace(/^id: .*$/m, '')
}

// Two surveys with the same released answers; what waits is answered otherwise in the second.
test('no reader tells anything of answers that wait', async () => {
  const random = seeded('dashboard audit')
  const pick = (list: string[]) => list[Math.floor(random() * list.length)]!
  const answer = () => ({
    val: pick(['ja', 'nej']),
    skala: pick(['1', '2', '4', '5', 'dontknow']),
    ord: pick(['Tiden', 'Telefonen', 'Lokalen']),
    ...orderOf(random() < 0.5),
  })
  for (const site of ids) {
    for (let turn = 0; turn < 29; turn += 1) {
      const fields = answer()
      const waits = turn >= 20
      for (const survey of ['prov-1', 'prov-2']) {
        const other = waits && survey === 'prov-2' ? answer() : fields
        const sent = { ...other, submission: `response-${site}-${turn}`, site }
        expect((await svar.send(survey, known(sent, fields))).statusCode).toBe(303)
      }
    }
  }
  expect(await pagesOf('prov-2')).toEqual(await pagesOf('prov-1'))

  // The thirtieth closes a batch, and so lets the one before it out.
  await svar.send('prov-1', { ...answer(), submission: 'response-last', site: 'norr' })
  expect(await resultsOf('prov-2', 'csv')).not.toBe(await resultsOf('prov-1', 'csv'))
})

/** Who does not know is outside the batches, so both must know or not. */
const known = (sent: Record<string, string>, fields: { skala: string }) => ({
  ...sent,
  skala:
    fields.skala === 'dontknow' ? 'dontknow' : sent['skala'] === 'dontknow' ? '3' : sent['skala']!,
})

const orderOf = (turned: boolean) => ({
  'rang.a': '1',
  'rang.b': turned ? '2' : '3',
  'rang.c': turned ? '3' : '2',
})

test('no file changes by a byte while answers wait, but for how many have answered', async () => {
  const survey = 'prov-3'
  await svar.open(content(questions, { id: survey, sites: sites(...ids) }))
  const send = async (from: number, to: number) => {
    for (let turn = from; turn < to; turn += 1) {
      const fields = { val: turn % 3 ? 'ja' : 'nej', skala: `${1 + (turn % 5)}`, ...orderOf(true) }
      await svar.send(survey, { ...fields, submission: `response-third-${turn}`, site: 'norr' })
    }
  }
  const file = async (name: string) =>
    (await everywhere.get(`/office/surveys/${survey}/${name}`)).rawPayload
  const answers = async () => {
    const parts = partsIn(await file('results.xlsx'))
    const { groups } = JSON.parse(String(await file('results.json'))) as { groups: object }
    return [parts['xl/worksheets/sheet2.xml'], String(await file('results.csv')), groups]
  }
  await send(0, 10)
  const [before, came] = [await answers(), String(await file('participation.csv'))]
  await send(10, 14)
  expect(await answers()).toEqual(before)
  expect(String(await file('participation.csv'))).not.toBe(came)
  await send(14, 15)
  for (const [index, one] of (await answers()).entries()) expect(one).not.toEqual(before[index])
})
