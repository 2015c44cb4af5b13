import { createHash } from 'node:crypto'
import type { Sealing } from '../../sealing.ts'
import type { KnownDevice } from '../../survey/tablets/device.ts'
import type { HeartbeatReply, KioskSurvey, Setup } from '../../survey/tablets/kiosk.ts'
import { type State, stateOf } from '../../survey/state.ts'
import type { IssuedSurvey } from '../../store/store.ts'
import type { Deps } from '../deps.ts'

/** What a tablet is told on each heartbeat; `setup` only where it has another. */
export async function replyTo(
  { clock }: Deps,
  sealing: Sealing,
  device: KnownDevice,
  setup: Setup | undefined,
): Promise<HeartbeatReply> {
  const reply = { now: clock(), sealing: await sealing.current() }
  if (device.revokedAt !== undefined) return { ...reply, state: 'revoked' }
  return { ...reply, state: 'active', ...(setup && { setup }) }
}

/** Everything that the tablet needs to show now. */
export async function setupOf({ store, clock }: Deps, device: KnownDevice): Promise<Setup> {
  const now = clock()
  const { name, site, pin } = device
  const organisations = await store.organisations()
  const organisation = organisations.find(({ id }) => id === device.organisation)!
  const own = (await store.allIssued()).filter(
    (survey) => survey.organisation.id === organisation.id,
  )
  const among = (...states: State[]) =>
    own
      .filter(({ dates }) => states.includes(stateOf(dates, now)))
      .flatMap((survey) => shownAt(site, survey))
  const paused = among('paused')
  const rest = {
    device: { name },
    organisation,
    site,
    pin,
    surveys: among('open', 'scheduled'),
    ...(paused.length > 0 && { paused }),
  }
  return { tag: tagOf(rest), ...rest }
}

/** Of a region's sites a tablet needs its own. */
function shownAt(site: string, { questionnaire, dates }: IssuedSurvey): KioskSurvey[] {
  const sites = questionnaire.sites.filter(({ id }) => id === site)
  return sites.length > 0 ? [{ questionnaire: { ...questionnaire, sites }, dates }] : []
}

const tagOf = (rest: Omit<Setup, 'tag'>) =>
  createHash('sha256').update(JSON.stringify(rest)).digest('base64url').slice(0, 22)
