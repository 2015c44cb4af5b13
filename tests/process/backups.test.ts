import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockFolder } from '../../src/store/sqlite/files/lock.ts'
import { openSubscriptions } from '../../src/store/sqlite/subscriptions/subscriptions.ts'
import { askSubscriber, tokenFor } from '../../src/subscriber.ts'
import { filesWith } from '../routes/planted.ts'
import { SECRET } from '../start.ts'
import { answer, inDays, opened, type Place, place, unsealed, until } from './keeping.ts'
import { serve } from './product.ts'

const PLANTED = 'Utplanterat'
const HOUR = 60 * 60 * 1000
const began = Date.now()
/** So many hours ahead; every five minutes, when the server looks after backups, are a second. */
const later = (hours: number) => ({
  SVAR_SECRET: SECRET,
  NODE_OPTIONS: `--import ${import.meta.dirname}/clock.mjs`,
  CLOCK_AHEAD: String(hours * HOUR),
  CLOCK_FROM: String(began),
  CLOCK_SPEED: '300',
})

test('the server makes backups, and removes those that hold what was deleted, within a day', async () => {
  const here = place()
  await opened(here, 'kort', inDays(2))
  await opened(here, 'mellan', inDays(20))
  const ids = await subscribed(here, ['stannar@x.example', 'gar@x.example'])
  const environment = { ...here.environment, SVAR_SECRET: SECRET }
  const first = await serve(here.data, environment)
  await answer(first.port, 'kort', 12, PLANTED)
  await answer(first.port, 'mellan', 12, 'Mellanord')
  expect((await here.run(['backup'])).code).toBe(0)
  await first.stop('SIGKILL')
  const [old] = here.files()
  expect(await readable(here, old!)).toEqual([true, true])

  // Its day came while nothing ran.
  expect((await here.run(['purge'], later(5 * 24))).data).toMatchObject({
    purges: [{ survey: 'kort', way: 'due' }],
  })
  expect(filesWith(here.data, [PLANTED])).toEqual([])
  // No backup can be made, since something else holds it up.
  const lock = lockFolder(here.data, 'backup.lock')!
  onTestFinished(() => lock.release())
  const second = await serve(here.data, { ...environment, ...later(6 * 24) })
  await until(() => here.files().length === 0)
  await until(() => second.said().includes('another backup is being made'))
  lock.release()
  await until(() => here.files().length === 1)
  const [fresh] = here.files()
  expect(await readable(here, fresh!)).toEqual([false, true])
  await second.stop()

  // Another came while nothing ran: purged at the start, before anyone is let in.
  const third = await serve(here.data, { ...environment, ...later(25 * 24) })
  expect(filesWith(here.data, ['Mellanord'])).toEqual([])
  await until(() => here.files().length === 1 && here.files()[0] !== fresh)
  const [last] = here.files()
  expect(await readable(here, last!)).toEqual([false, false])
  await leave(third.port, ids[1]!)
  await third.stop()
  const noted = readFileSync(join(here.backups, 'departures.jsonl'), 'utf8')
  expect(noted).toMatch(/^\{"date":"[\d-]{10}","subscription":"[0-9a-f]{32}"\}\n$/)
  expect(noted).not.toContain(ids[1]!.toString('hex').slice(0, 8))

  rmSync(here.data, { recursive: true })
  const restore = ['restore', join(here.backups, last!), '--key', here.key]
  expect((await here.run(restore, later(25 * 24))).data).toMatchObject({ leftAgain: 1 })
  const subscriptions = openSubscriptions(here.data)
  expect(await subscriptions.confirmed('kort')).toBe(1)
  expect(await subscriptions.find(ids[1]!)).toBeUndefined()
  await subscriptions.close()
})

/** Two of the planted words, in a backup. */
async function readable(here: Place, file: string) {
  const folder = await unsealed(here, join(here.backups, file))
  const found = [PLANTED, 'Mellanord'].map((word) => filesWith(folder, [word]).length > 0)
  rmSync(folder, { recursive: true })
  return found
}

/** People who want letters of a survey, and have confirmed: their ids. */
async function subscribed({ data }: Place, people: string[]) {
  const subscriptions = openSubscriptions(data)
  const ids: Buffer[] = []
  for (const email of people) {
    const asking = { survey: 'kort', email, language: 'sv' }
    await askSubscriber({ subscriptions, secret: SECRET, clock: Date.now }, asking)
    const letter = await subscriptions.claimLetter(1, 2)
    ids.push(letter!.subscription)
    await subscriptions.confirm(letter!.subscription)
    await subscriptions.settleLetter(letter!)
  }
  await subscriptions.close()
  return ids
}

/** By the link in a letter. */
async function leave(port: number, id: Buffer) {
  const url = `http://127.0.0.1:${port}/subscription/leave/${tokenFor(SECRET, 'leave', id)}`
  expect((await fetch(url, { method: 'POST' })).status).toBe(200)
}

test('a day of deletion that no ledger tells of is kept by a restore as well', async () => {
  const here = place()
  await opened(here, 'kort', inDays(2))
  const server = await serve(here.data, here.environment)
  await answer(server.port, 'kort', 12, PLANTED)
  await server.stop()
  expect((await here.run(['backup'])).code).toBe(0)
  rmSync(here.data, { recursive: true })
  const restore = ['restore', join(here.backups, here.files()[0]!), '--key', here.key]
  expect((await here.run(restore, later(5 * 24))).data).toMatchObject({ purgedNow: ['kort'] })
  expect(filesWith(here.data, [PLANTED])).toEqual([])
})
