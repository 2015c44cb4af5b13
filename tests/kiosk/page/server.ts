import { localDate } from '../../../src/survey/calendar.ts'
import type {
  Delivered,
  Heartbeat,
  HeartbeatReply,
  SealedItem,
  Setup,
} from '../../../src/survey/tablets/kiosk.ts'
import { importPrivateKey, makeSealingPair, unseal } from '../../../src/survey/tablets/seal.ts'
import type { Time } from './time.ts'

export const ZONE = 'Europe/Stockholm'
export const CODE = 'ABCD2345'

/** How likely what goes wrong, on the way or in the server. */
export interface Weather {
  /** the request never arrives */
  dropped: number
  /** the server did it, and its reply never arrives */
  unacknowledged: number
  unavailable: number
  tooMany: number
  /** a page of somebody else */
  garbled: number
  /** leaves some items out of its reply */
  forgetful: number
  down: boolean
  /** connects, and never says a word */
  hangs: boolean
}

export const FAIR: Weather = {
  dropped: 0,
  unacknowledged: 0,
  unavailable: 0,
  tooMany: 0,
  garbled: 0,
  forgetful: 0,
  down: false,
  hangs: false,
}

export type Server = Awaited<ReturnType<typeof makeServer>>

/** The server's side of src/survey/tablets/kiosk.ts, with weather. */
export type KeyPair = Awaited<ReturnType<typeof makeSealingPair>>

export async function makeServer(time: Time, surveys: Setup['surveys'], given?: KeyPair) {
  const pair = given ?? (await makeSealingPair())
  const privateKey = await importPrivateKey(pair.privateKey)
  const sealing = { id: 'k1', key: pair.publicKey }
  const setup: Setup = {
    tag: 't1',
    device: { name: 'Entrén' },
    organisation: { id: 'nord', name: 'Nord', accent: '#0b5f66', demo: false },
    site: 'brickegarden',
    pin: { salt: 'AAECAwQFBgcICQoLDA0ODw', key: '', rounds: 1 },
    surveys,
  }
  const server = {
    weather: FAIR,
    key: pair,
    sealing,
    setup,
    state: 'active' as HeartbeatReply['state'],
    token: 'token' as string | undefined,
    /** by id: the date, and what was sealed */
    kept: new Map<string, { date: string; answers: unknown }>(),
    /** items in the order in which they came, also again */
    came: [] as string[],
    heartbeats: [] as Heartbeat[],
    deliveries: [] as { at: number; size: number; status: number }[],
    refuses: (_item: SealedItem) => false,
    poison: new Set<string>(),
    retryAfter: '10' as string | undefined,
    /** instead of taking what is delivered */
    says: undefined as unknown,
    onAsked(_path: string): unknown {
      return undefined
    },
    fetch,
  }

  /** Chance is the page's own, so that a run is the same when it is run again. */
  function fetch(random: () => number, path: string, init: RequestInit): Promise<Response> {
    const { weather } = server
    return new Promise((resolve, reject) => {
      const fail = () => reject(new TypeError('Failed to fetch'))
      init.signal?.addEventListener('abort', fail)
      if (weather.hangs) return
      const away = () => 20 + random() * 3000
      if (weather.down || random() < weather.dropped) {
        time.after(server, away(), fail)
        return
      }
      time.after(server, away(), async () => {
        const reply = await answer(random, path, init)
        const lost = random() < server.weather.unacknowledged || server.weather.down
        time.after(server, away(), () => (lost ? fail() : resolve(reply)))
      })
    })
  }

  async function answer(random: () => number, path: string, init: RequestInit): Promise<Response> {
    const { weather, retryAfter } = server
    server.onAsked(path)
    if (random() < weather.unavailable) return refusal(503, retryAfter)
    if (random() < weather.tooMany) return refusal(429, retryAfter)
    if (random() < weather.garbled) return new Response('<!doctype html><h1>Gästnät</h1>')
    const body = JSON.parse(init.body as string)
    if (path === '/kiosk/enrol') return enrol(body)
    const { authorization } = init.headers as Record<string, string>
    if (server.token === undefined || authorization !== `Bearer ${server.token}`)
      return refusal(401)
    if (path === '/kiosk/heartbeat') return Response.json(hear(body))
    if (server.says !== undefined) return Response.json(server.says)
    const said = await take(random, body.items)
    server.deliveries.push({ at: time.now(), size: body.items.length, status: said.status })
    return said
  }

  function enrol({ code }: { code: string }): Response {
    if (code !== CODE) return refusal(404)
    server.token ??= 'token'
    return Response.json({ token: server.token, reply: reply('') })
  }

  function hear(report: Heartbeat): HeartbeatReply {
    server.heartbeats.push(report)
    return reply(report.setup)
  }

  const reply = (tag: string): HeartbeatReply => ({
    now: time.now(),
    state: server.state,
    sealing,
    ...(tag !== setup.tag && { setup }),
  })

  async function take(random: () => number, items: SealedItem[]): Promise<Response> {
    if (items.some(({ id }) => server.poison.has(id))) return refusal(413)
    const results: Delivered['results'] = []
    for (const item of items) {
      const { id, answeredOn, sealed } = item
      const answers = await unseal(privateKey, id, sealed)
      const today = localDate(time.now(), ZONE)
      server.came.push(id)
      const known = server.kept.has(id)
      const refused = !known && server.refuses(item)
      if (!known && !refused) {
        server.kept.set(id, { date: answeredOn > today ? today : answeredOn, answers })
      }
      if (random() < server.weather.forgetful) continue
      results.push({ id, outcome: refused ? 'refused' : known ? 'already' : 'kept' })
    }
    return Response.json({ results })
  }

  return server
}

const refusal = (status: number, wait?: string) =>
  new Response('{}', { status, headers: wait ? { 'retry-after': wait } : {} })
