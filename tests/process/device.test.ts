import { expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import type {
  Delivered,
  HeartbeatReply,
  Enrolled,
  SealedItem,
} from '../../src/survey/tablets/kiosk.ts'
import { seeded } from '../random.ts'
import { heartbeat, sealed } from '../tablet.ts'
import { dataFolder, serve, svar } from './product.ts'

const SITE = ['--site', 'baggangen', '--organisation', 'region-orebro-lan']
const today = () => new Date().toISOString().slice(0, 10)

const seal = ({ sealing }: Enrolled['reply'], name: string) =>
  sealed(sealing, name, today(), {
    survey: 'karlskoga',
    site: 'baggangen',
    answers: { viktigast: ['tid'], kontakt: 3 },
  })

/** What a server says to a tablet; undefined where the connection broke. */
async function say<T>(port: number, path: string, body: unknown, token = '') {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const reply = await fetch(`http://127.0.0.1:${port}/kiosk/${path}`, init).catch(() => undefined)
  return (await reply?.json().catch(() => undefined)) as T | undefined
}

async function enrolled(folder: string, port: number) {
  const { out } = await svar(folder, ['device', 'enrol', ...SITE, '--json'])
  const { code, ...told } = JSON.parse(out) as { code: string; id: string }
  return { ...told, ...(await say<Enrolled>(port, 'enrol', { code }))! }
}

test('svar device: enrol and list, beside a running server', async () => {
  const folder = dataFolder()
  const server = await serve(folder, { SVAR_BASE_URL: 'https://svar.example.se' })
  const { code, out } = await svar(folder, ['device', 'enrol', ...SITE, '--name', 'Entrén'], {
    SVAR_BASE_URL: 'https://svar.example.se',
  })
  expect(code).toBe(0)
  expect(out).toMatch(
    /^Open https:\/\/svar\.example\.se\/kiosk on .+\nCode \w{4}-\w{4} .+\nPIN {2}\d{6} /,
  )
  const { id, token } = await enrolled(folder, server.port)
  await say(server.port, 'heartbeat', { ...heartbeat, queued: 4 }, token)
  const listed = await svar(folder, ['device', 'list', '--json'])
  const common = { organisation: 'region-orebro-lan', site: 'baggangen', refused: 0 }
  expect(JSON.parse(listed.out)).toEqual(
    [
      {
        id: expect.any(String),
        ...common,
        name: 'Entrén',
        state: 'waiting',
        seen: null,
        queued: null,
      },
      {
        id,
        ...common,
        name: 'baggangen 2',
        state: 'enrolled',
        seen: expect.any(String),
        queued: 4,
      },
    ].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  )
  const lines = (await svar(folder, ['device', 'list'])).out.trimEnd().split('\n')
  expect(lines.map((line) => line.split('\t')[3]).toSorted()).toEqual(['Entrén', 'baggangen 2'])
})

test('svar device enrol refuses a site that no survey has', async () => {
  const folder = dataFolder()
  await svar(folder, ['demo'])
  const args = ['device', 'enrol', '--site', 'annan', '--organisation', 'region-orebro-lan']
  const { code, err } = await svar(folder, args)
  expect(code).toBe(1)
  expect(err).toBe('svar: no survey of "region-orebro-lan" has the site "annan"\n')
  expect((await svar(folder, ['device', 'enrol'])).code).toBe(2)
})

test('svar survey close says which tablets the final release waits for', async () => {
  const folder = dataFolder()
  const server = await serve(folder)
  const { token } = await enrolled(folder, server.port)
  const isFinal = async () => {
    const { out } = await svar(folder, ['release'])
    expect(out).toMatch(/^(Nothing was due|Released karlskoga)\.\n$/)
    const store = openSqlite(folder)
    const release = await store.release('region-orebro-lan', 'karlskoga')
    await store.close()
    return release!.final
  }
  const { out } = await svar(folder, ['survey', 'close', 'karlskoga'])
  expect(out).toMatch(/^Closed "karlskoga"\. Its final release waits for "baggangen 1", until /)
  expect(await isFinal()).toBe(false)
  const reply = await say<HeartbeatReply>(server.port, 'heartbeat', heartbeat, token)
  // It is told of the closing, and has not yet said that it knows.
  expect(await isFinal()).toBe(false)
  await say(server.port, 'heartbeat', { ...heartbeat, setup: reply!.setup!.tag }, token)
  expect(await isFinal()).toBe(true)
})

test('killed while tablets deliver: every acknowledged answer is there, once', async () => {
  const random = seeded('kiosk, kill')
  const folder = dataFolder()
  const environment = { SVAR_SENDS_PER_MINUTE: '1000000' }
  let server = await serve(folder, environment)
  const { token, reply } = await enrolled(folder, server.port)
  const queue = new Map<string, SealedItem>()
  for (let made = 0; made < 200; made += 1) {
    const item = await seal(reply, String(made))
    queue.set(item.id, item)
  }
  const outcomes = { kept: 0, already: 0, refused: 0 }
  const deliver = async () => {
    const batch = [...queue.values()].filter(() => random() < 0.2).slice(0, 50)
    const told = await say<Delivered>(server.port, 'responses', { items: batch }, token)
    for (const { id, outcome } of told?.results ?? []) {
      if (queue.delete(id)) outcomes[outcome] += 1
    }
  }
  while (queue.size > 0) {
    const deliveries = [deliver(), deliver(), deliver()]
    if (random() < 0.5 && queue.size > 20) {
      const ended = new Promise((resolve) => server.process.once('exit', resolve))
      await deliveries[0]
      server.process.kill('SIGKILL')
      await Promise.all([...deliveries, ended])
      server = await serve(folder, environment)
    }
    await Promise.all(deliveries)
  }
  expect(outcomes.refused).toBe(0)
  expect(await server.stop()).toBe(0)
  const { out } = await svar(folder, ['check', '--json'])
  expect(JSON.parse(out)).toMatchObject({ ok: true, responses: 1000 + 200 })
})
