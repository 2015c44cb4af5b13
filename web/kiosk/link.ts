import type {
  Delivered,
  Enrolled,
  Heartbeat,
  HeartbeatReply,
  SealedItem,
} from '../../src/survey/tablets/kiosk.ts'
import type { Surroundings } from './surroundings.ts'

/** What came of asking the server. */
export type Said<T> =
  | { said: 'yes'; reply: T }
  /** a plain refusal of what was sent */
  | { said: 'no'; status: number }
  /** no network or no reply that is ours (0), or a server that cannot now; seconds where it told */
  | { said: 'later'; status: number; seconds: number }

export type Link = ReturnType<typeof makeLink>

const PATIENCE = 30_000
const LONGEST_WISH = 3600

/** The talk with the server. Nothing here throws: a network that fails is an everyday thing. */
export function makeLink({ fetch, after }: Pick<Surroundings, 'fetch' | 'after'>) {
  async function post<T>(
    path: string,
    body: object,
    token: string | undefined,
    ours: (reply: T) => boolean,
  ): Promise<Said<T>> {
    const patience = new AbortController()
    const callOff = after(PATIENCE, () => patience.abort())
    try {
      const reply = await fetch(path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(body),
        cache: 'no-store',
        credentials: 'omit',
        // The login page of a guest network is no reply.
        redirect: 'error',
        signal: patience.signal,
      })
      if (!reply.ok) return refusal(reply)
      const said = (await reply.json()) as T
      return ours(said) ? { said: 'yes', reply: said } : later
    } catch {
      return later
    } finally {
      callOff()
    }
  }

  return {
    enrol: (code: string) =>
      post<Enrolled>(
        '/kiosk/enrol',
        { code },
        undefined,
        (said) => typeof said.token === 'string' && isHeartbeat(said.reply),
      ),
    heartbeat: (token: string, report: Heartbeat) =>
      post<HeartbeatReply>('/kiosk/heartbeat', report, token, isHeartbeat),
    deliver: (token: string, items: SealedItem[]) =>
      post<Delivered>('/kiosk/responses', { items }, token, isDelivered),
  }
}

const later = { said: 'later', status: 0, seconds: 0 } as const

function refusal(reply: Response): Said<never> {
  const { status, headers } = reply
  // A reply that is not read holds its connection.
  void reply.text().catch(() => {})
  if (status < 500 && status !== 429 && status !== 408) return { said: 'no', status }
  const seconds = Number(headers.get('retry-after'))
  return { said: 'later', status, seconds: seconds > 0 ? Math.min(seconds, LONGEST_WISH) : 0 }
}

const isHeartbeat = (said: HeartbeatReply) =>
  Number.isFinite(said.now) &&
  (said.state === 'active' || said.state === 'revoked') &&
  typeof said.sealing.id === 'string' &&
  typeof said.sealing.key === 'string'

const isDelivered = (said: Delivered) => Array.isArray(said.results)
