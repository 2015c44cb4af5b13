import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, content, options, sites } from '../make.ts'
import { runs, seeded } from '../random.ts'
import { NOON, start, type Started } from '../start.ts'
import { heartbeat, type Tablet, tablet } from '../tablet.ts'

const TODAY = '2026-07-01'

let svar: Started
let one: Tablet
beforeAll(async () => {
  svar = await start({ environment: { SVAR_SENDS_PER_MINUTE: '1000000' } })
  await svar.open(
    content([ask.choice('val', { options: options('a', 'b') }), ask.ranking('ordning')], {
      sites: sites('norr'),
    }),
  )
  one = await tablet(svar, NOON)
})
afterAll(() => svar.close())

type Random = () => number
const pick = <T>(random: Random, list: readonly T[]) => list[Math.floor(random() * list.length)]!

const nasty: unknown[] = [
  null,
  '',
  '\0',
  'x'.repeat(5000),
  '\ud800',
  '__proto__',
  'toString',
  '2026-02-30',
  '-271821-04-20',
  '9999-12-31',
  '0000-01-01',
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  {},
  [[[[[]]]]],
  { __proto__: { a: 1 } },
  Array.from({ length: 500 }, () => 'a'),
]

/** The same with one value somewhere in it replaced, left out or doubled. */
function spoiled(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.15) return pick(random, nasty)
  const entries = Object.entries(value)
  if (entries.length === 0) return pick(random, nasty)
  const at = Math.floor(random() * entries.length)
  const [name, inner] = entries[at]!
  if (random() < 0.1) entries.splice(at, 1)
  else entries[at] = [random() < 0.05 ? String(pick(random, nasty)) : name, spoiled(inner, random)]
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries)
}

test('no 5xx from spoiled words of a known tablet, outside and inside the seal', async () => {
  const random = seeded('kiosk')
  const statuses = new Set<number>()
  const outcomes = new Set<string>()
  for (let round = 0; round < runs(160); round += 1) {
    const inside = { answers: { val: 'a', ordning: ['a', 'b'] }, questionnaire: 1 }
    const more = random() < 0.5 ? (spoiled(inside, random) as object) : inside
    const item = await one.seal(`random-${round}`, TODAY, more)
    const delivery = { items: [item] }
    const cases: [string, unknown][] = [
      ['/kiosk/responses', delivery],
      ['/kiosk/responses', delivery],
      ['/kiosk/responses', spoiled(delivery, random)],
      ['/kiosk/heartbeat', spoiled(heartbeat, random)],
      ['/api/surveys/prov/responses', spoiled({ ...item, ...inside, language: 'sv' }, random)],
    ]
    for (const [path, body] of cases) {
      const payload = JSON.stringify(body)
      const reply = await one.post(path, payload)
      expect(reply.statusCode, `${path} ${payload.slice(0, 300)}`).toBeLessThan(500)
      statuses.add(reply.statusCode)
      if (path !== '/kiosk/responses' || reply.statusCode !== 200) continue
      const { results } = reply.json<{ results: { outcome: string }[] }>()
      for (const { outcome } of results) outcomes.add(outcome)
    }
  }
  expect(statuses).toContain(200)
  expect(statuses).toContain(400)
  expect([...outcomes].toSorted()).toEqual(['already', 'kept', 'refused'])
  expect(await svar.store.check()).toMatchObject({ ok: true, faults: [] })
})
