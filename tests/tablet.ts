import { prepareDevice } from '../src/enrolment.ts'
import { hashSecret } from '../src/secrets.ts'
import type {
  Delivered,
  Enrolled,
  Heartbeat,
  HeartbeatReply,
  KioskAnswers,
  SealedItem,
  SealingKey,
} from '../src/survey/tablets/kiosk.ts'
import { sealTo } from '../src/survey/tablets/seal.ts'
import { ACT, type Started } from './start.ts'

export type Tablet = Awaited<ReturnType<typeof tablet>>

/** Adds a tablet as the office does; the code is to be typed on it. */
export async function addTablet(svar: Started, now: string, organisation = 'nord', site = 'norr') {
  const at = Temporal.Instant.from(now).epochMilliseconds
  const prepared = await prepareDevice({ site, name: 'Entrén' }, at)
  await svar.store.addDevice(organisation, prepared.device, ACT)
  return { ...prepared, id: prepared.device.id }
}

export const post = (svar: Started, path: string, payload: unknown, token?: string) =>
  svar.app.inject({
    method: 'POST',
    url: path,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })

/** A tablet that has been enrolled, and what it does. */
export async function tablet(svar: Started, now: string, organisation = 'nord', site = 'norr') {
  const { id, code } = await addTablet(svar, now, organisation, site)
  const enrolled = (await post(svar, '/kiosk/enrol', { code })).json<Enrolled>()
  const { token, reply } = enrolled
  let key = reply.sealing
  async function beat(more: Partial<Heartbeat> = {}) {
    const told = await post(svar, '/kiosk/heartbeat', { ...heartbeat, ...more }, token)
    return told.json<HeartbeatReply>()
  }
  return {
    id,
    token,
    enrolled,
    /** seals with another key than the one it was given */
    setKey: (other: SealingKey) => void (key = other),
    post: (path: string, payload: unknown) => post(svar, path, payload, token),
    beat,
    /** Says so as one that knows what it is to show now. */
    async emptied() {
      const { setup } = await beat()
      return beat({ setup: setup!.tag })
    },
    seal: (name: string, answeredOn: string, more: Partial<KioskAnswers> = {}) =>
      sealed(key, name, answeredOn, more),
    async deliver(...items: unknown[]) {
      const told = await post(svar, '/kiosk/responses', { items }, token)
      return told.json<Delivered>().results
    },
    known: async () => (await svar.store.device(hashSecret(token)))!,
  }
}

export const heartbeat: Heartbeat = {
  version: '1',
  clock: 0,
  survey: '',
  queued: 0,
  oldest: null,
  storageLeft: 1_000_000,
  setup: '',
}

/** As the store remembers it. */
export const heartbeatNoted = { ...heartbeat, current: true }

export async function sealed(
  key: SealingKey,
  name: string,
  answeredOn: string,
  more: Partial<KioskAnswers> = {},
): Promise<SealedItem> {
  const id = `tablet-${name}`
  const answers = {
    id,
    survey: 'prov',
    questionnaire: 1,
    site: 'norr',
    language: 'sv',
    answers: { val: 'a' },
    ...more,
  }
  return { id, answeredOn, sealed: await sealTo(key, answers) }
}
