import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rotateSealing } from '../../src/sealing.ts'
import { lockAway, unlock } from '../../src/secrets.ts'
import { makeSealingPair } from '../../src/survey/tablets/seal.ts'
import { ask, content, sites } from '../make.ts'
import { breakTable } from '../store/damage.ts'
import { NOON, SECRET, start, type Started } from '../start.ts'
import { type Tablet, tablet } from '../tablet.ts'

const DAY = 24 * 3_600_000
const TODAY = '2026-07-01'
const survey = content([ask.choice('val')], { sites: sites('norr'), closes: undefined })

let svar: Started
let one: Tablet
beforeEach(async () => {
  svar = await start()
  await svar.open(survey)
  one = await tablet(svar, NOON)
})
afterEach(() => svar.close())

const outcomes = async (...items: unknown[]) =>
  (await one.deliver(...items)).map(({ outcome }) => outcome)

async function afterDays(days: number) {
  const now = Date.parse(NOON) + days * DAY
  svar.setClock(new Date(now).toISOString())
  await rotateSealing(svar.store, now, SECRET)
}

test('the first who ask at the same time get the same key, which stays', async () => {
  await svar.store.removeSealingKey(one.enrolled.reply.sealing.id)
  const replies = await Promise.all(Array.from({ length: 5 }, () => one.beat()))
  const [first, ...others] = replies.map(({ sealing }) => sealing)
  expect(others).toEqual(others.map(() => first))
  expect((await one.beat()).sealing).toEqual(first)
  expect(await svar.store.sealingKeys()).toHaveLength(1)
})

test('a key is replaced after thirty days, and opens what is late for half a year', async () => {
  const { sealing: first } = one.enrolled.reply
  const items = await Promise.all(['a', 'b', 'c'].map((name) => one.seal(name, TODAY)))
  await afterDays(29.9)
  expect((await one.beat()).sealing).toEqual(first)
  await afterDays(30)
  const { sealing: second } = await one.beat()
  expect(second).not.toEqual(first)
  one.setKey(second)
  expect(await outcomes(items[0], await one.seal('d', TODAY))).toEqual(['kept', 'kept'])
  await afterDays(209.9)
  expect(await outcomes(items[1])).toEqual(['kept'])
  await afterDays(210)
  expect(await one.deliver(items[2])).toEqual([
    { id: items[2]!.id, outcome: 'refused', reason: 'sealed with a key that is gone' },
  ])
  expect((await svar.store.sealingKeys()).map(({ id }) => id)).not.toContain(first.id)
})

test('after years of rest the newest key is kept until it has been replaced for long', async () => {
  const { sealing: first } = one.enrolled.reply
  await afterDays(1000)
  expect(await svar.store.sealingKeys()).toHaveLength(2)
  await afterDays(1000)
  expect((await svar.store.sealingKeys()).map(({ id }) => id)[1]).toBe(first.id)
})

test('the private part is stored encrypted, with the secret of the installation', async () => {
  const [key] = await svar.store.sealingKeys()
  const opened = unlock(SECRET, `svar sealing key ${key!.id}`, key!.privateKey)!
  expect(Buffer.from(opened, 'base64url').length).toBeGreaterThan(100)
  expect(unlock('another', `svar sealing key ${key!.id}`, key!.privateKey)).toBeUndefined()
  expect(unlock(SECRET, 'svar sealing key other', key!.privateKey)).toBeUndefined()
})

test('where the secret is another than then, nothing is refused for good', async () => {
  const { publicKey, privateKey } = await makeSealingPair()
  const locked = lockAway('another secret', 'svar sealing key old', privateKey)
  await svar.store.addSealingKey({ id: 'old', madeAt: 0, publicKey, privateKey: locked })
  const good = await one.seal('good', TODAY)
  one.setKey({ id: 'old', key: publicKey })
  const items = [await one.seal('locked', TODAY), good]
  expect(await one.deliver(...items)).toEqual([{ id: good.id, outcome: 'kept' }])
  expect(svar.logged).toMatchObject([{ what: { key: 'old' } }])
  expect(svar.logged[0]!.words).toContain('SVAR_SECRET does not open')
  expect(await one.known()).toMatchObject({ refused: 0 })
})

test('with another secret tablets are given a key that it opens, at once', async () => {
  const { publicKey, privateKey } = await makeSealingPair()
  const locked = lockAway('another secret', 'svar sealing key newer', privateKey)
  const madeAt = Date.parse(NOON) + 1
  await svar.store.addSealingKey({ id: 'newer', madeAt, publicKey, privateKey: locked })
  svar.setClock('2026-07-02T12:00:00+02:00')
  const { sealing } = await one.beat()
  expect(['newer', one.enrolled.reply.sealing.id]).not.toContain(sealing.id)
  one.setKey(sealing)
  expect(await outcomes(await one.seal('fresh', TODAY))).toEqual(['kept'])
})

test.each(['responses', 'devices', 'refusals', 'sealing_keys', 'tallies'])(
  'where the table of %s is broken: 503, and nothing is refused or forgotten',
  async (table) => {
    const items = [
      await one.seal('good', TODAY),
      await one.seal('bad', TODAY, { answers: { val: 'zzz' } }),
    ]
    await svar.store.close()
    const repair = breakTable({ path: (name) => join(svar.folder, name) }, table)
    const reply = await one.post('/kiosk/responses', { items })
    expect(reply.statusCode).toBe(503)
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    expect(reply.json()).toEqual({ error: 'unavailable', reasons: [] })
    repair()
    const again = await one.deliver(...items)
    expect(['kept', 'already']).toContain(again[0]!.outcome)
    expect(again[1]).toMatchObject({ outcome: 'refused' })
    expect(await one.known()).toMatchObject({ refused: 1 })
    expect(await svar.store.check()).toMatchObject({ ok: true, responses: 1 })
  },
)
