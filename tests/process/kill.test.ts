import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { runs, seeded } from '../random.ts'
import { dataFolder, send, serve } from './product.ts'

const ROUNDS = runs(8)
const SENDERS = 16

test(
  'killed at random moments under load: every acknowledged response is there, once',
  { timeout: ROUNDS * 20_000 },
  async () => {
    const random = seeded('kill')
    const folder = dataFolder()
    const acknowledged: string[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const server = await serve(folder, { SVAR_SENDS_PER_MINUTE: '1000000' })
      const killAfter = acknowledged.length + 1 + Math.floor(random() * 200)
      const sender = async () => {
        while (server.process.signalCode === null) {
          const submission = randomUUID()
          const { status } = await send(server.port, 'karlskoga', {
            submission,
            lang: 'sv',
            site: ['baggangen', 'karolina', ''][Math.floor(random() * 3)]!,
            viktigast: ['tid', 'samma'],
            kontakt: String(1 + Math.floor(random() * 5)),
            eget: random() < 0.5 ? 'Det är svårt att komma fram.' : '',
          })
          if (status === 0) return
          expect(status).toBe(303)
          if (acknowledged.push(submission) === killAfter) server.process.kill('SIGKILL')
        }
      }
      const ended = new Promise((resolve) => server.process.once('exit', resolve))
      await Promise.all(Array.from({ length: SENDERS }, sender))
      await ended
      const store = openSqlite(folder)
      expect(await store.check()).toMatchObject({ ok: true, faults: [] })
      await store.close()
    }
    const store = openSqlite(folder)
    const kept = await Promise.all(acknowledged.map((id) => store.isKept('karlskoga', id)))
    expect(kept.every(Boolean)).toBe(true)
    const { responses } = (await store.participation('region-orebro-lan', 'karlskoga'))!
    // The demo's own, all that were acknowledged, and at most those whose reply the kill cut off.
    expect(responses).toBeGreaterThanOrEqual(420 + acknowledged.length)
    expect(responses).toBeLessThanOrEqual(420 + acknowledged.length + ROUNDS * SENDERS)
    await store.close()
  },
)
