import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { hashSecret, makeSecret } from '../../src/secrets.ts'
import { releaseDue } from '../../src/schedule.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import type { Content } from '../../src/survey/questionnaire.ts'
import type { Results } from '../../src/survey/results.ts'
import { ask, content, options, sites } from '../make.ts'
import { ACT, start } from '../start.ts'
import { signedIn } from './two-offices.ts'

const survey = content(
  [
    ask.choice('alder', { options: options('ung', 'gammal', 'aldst') }),
    ask.choice('val', { options: options('a', 'b') }),
  ],
  {
    languages: ['sv', 'da'],
    sites: sites('norr', 'soder'),
    breakdowns: ['channel', 'language', 'question:alder'],
  },
)

const AFTER = '2026-09-09T12:00:00+02:00'

/** 120 who answered as they came; three of them are very old. */
async function answered(given: Content = survey) {
  const svar = await start()
  onTestFinished(() => svar.close())
  await svar.open(given)
  for (let index = 0; index < 120; index += 1) {
    const { statusCode } = await svar.send('prov', {
      submission: `answer-${index}`,
      lang: index % 7 < 4 ? 'sv' : 'da',
      site: index % 11 < 6 ? 'norr' : 'soder',
      ...(index % 5 < 2 && { channel: 'qr' }),
      alder: index < 3 ? 'aldst' : index % 3 === 0 ? 'gammal' : 'ung',
      val: index % 4 === 0 ? 'a' : 'b',
    })
    expect(statusCode).toBe(303)
  }
  svar.setClock(AFTER)
  return svar
}

test('after closing, numbers stand by each declared breakdown, and small groups are merged', async () => {
  const svar = await answered()
  await releaseDue(svar.store, Date.parse(AFTER))
  const secret = makeSecret()
  await svar.store.addToken(hashSecret(secret), 'nord', 'read', ACT)
  const headers = { authorization: `Bearer ${secret}` }
  const reply = await svar.app.inject({ url: '/api/surveys/prov/results', headers })
  const results = reply.json<Results>()
  const of = (name: string) => results.groups.filter(({ by }) => by === name)
  expect(of('channel').map(({ id, released }) => [id, released])).toEqual([
    ['web', 72],
    ['qr', 48],
  ])
  expect(of('language').map(({ id }) => id)).toEqual(['sv', 'da'])
  const [young, others] = of('question:alder')
  expect([young!.id, young!.released]).toEqual(['ung', 78])
  expect([others!.id, others!.merged, others!.released]).toEqual([
    'others',
    ['aldst', 'gammal'],
    42,
  ])
  // The question that the groups are made from is left out in them.
  expect(of('question:alder').map(({ questions }) => questions.map(({ id }) => id))).toEqual([
    ['val'],
    ['val'],
  ])
  const val = of('channel').map(({ questions }) => questions.find(({ id }) => id === 'val')!)
  expect(val.map(({ n }) => n)).toEqual([72, 48])
  expect(val.map((table) => table.options.map(({ count }) => count))).toEqual([
    [18, 54],
    [12, 36],
  ])
  expect(results.release).toMatchObject({
    number: 1,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(await svar.store.check()).toMatchObject({ ok: true })
  await expectDashboard(svar)
})

async function expectDashboard(svar: Awaited<ReturnType<typeof answered>>) {
  await svar.addUser('anna@nord.example')
  const anna = await signedIn(svar, 'anna@nord.example')
  const { body } = await anna.get('/office/surveys/prov?lang=sv')
  expect(body.match(/data-by="channel"/g)).toHaveLength(2)
  expect(body.match(/data-by="question:alder"/g)).toHaveLength(1)
  expect(body).toContain('Uppdelat på hur svaren kom in')
  expect(body).toMatch(/Övriga är .*Val aldst.*Val gammal/)
  expect(body).toContain('Slutlig redovisning nr 1, 9 september 2026.')
}

test('two processes that are due at once make one release', async () => {
  const svar = await answered()
  const other = openSqlite(svar.folder)
  onTestFinished(() => other.close())
  const at = Date.parse(AFTER)
  await Promise.all([svar.store, other, svar.store].map((store) => releaseDue(store, at)))
  const [one, two] = await Promise.all(
    [svar.store, other].map((store) => store.release('nord', 'prov')),
  )
  expect(one).toEqual(two)
  expect(one!.standing).toMatchObject({ number: 1 })
  expect(await other.check()).toMatchObject({ ok: true, responses: 120 })
})

test('an answer that comes while the release is made is in it', async () => {
  const svar = await answered()
  const making = releaseDue(svar.store, Date.parse(AFTER))
  svar.setClock('2026-07-01T12:00:00+02:00')
  const late = { submission: 'a-late-answer', lang: 'sv', site: 'norr', alder: 'ung', val: 'a' }
  const { statusCode } = await svar.send('prov', late)
  await making
  const release = (await svar.store.release('nord', 'prov'))!
  const counted = statusCode === 303 ? 121 : 120
  const channels = release.groups.filter(({ by }) => by === 'channel')
  expect(release.released).toBe(counted)
  expect(channels.reduce((sum, { released }) => sum + released, 0)).toBe(counted)
})

test('a release that someone has changed is found', async () => {
  const svar = await answered()
  await releaseDue(svar.store, Date.parse(AFTER))
  const client = new Database(join(svar.folder, 'svar.db'))
  onTestFinished(() => void client.close())
  client.prepare(`UPDATE releases SET body = replace(body, '"count":18', '"count":19')`).run()
  expect(await svar.store.check()).toMatchObject({
    ok: false,
    faults: ['release 1 of prov: it is not what was signed'],
  })
})

test('an empty release that is taken back keeps its number', async () => {
  const svar = await start()
  onTestFinished(() => svar.close())
  await svar.open(survey)
  const due = (at: string) => releaseDue(svar.store, Date.parse(at))
  await due(AFTER)
  expect((await svar.store.release('nord', 'prov'))!.standing).toMatchObject({ number: 1 })
  await svar.store.issue('nord', 'prov', { ...survey, closes: '2026-10-01' }, ACT)
  await due('2026-10-10T12:00:00+02:00')
  expect((await svar.store.release('nord', 'prov'))!.standing).toMatchObject({ number: 2 })
})

test.each([
  ['2026-10-25', '2026-10-25T22:59:59Z', '2026-10-25T23:00:05Z'],
  ['2026-03-29', '2026-03-29T21:59:59Z', '2026-03-29T22:00:05Z'],
])('closing on %s, when clocks change, is at midnight there', async (closes, before, after) => {
  const svar = await start()
  onTestFinished(() => svar.close())
  await svar.open({ ...survey, opens: '2026-01-01', closes })
  expect(await releaseDue(svar.store, Date.parse(before))).toEqual([])
  expect(await releaseDue(svar.store, Date.parse(after))).toEqual(['prov'])
  expect(await releaseDue(svar.store, Date.parse(after))).toEqual([])
})
