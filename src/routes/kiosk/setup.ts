import { createHash } from 'node:crypto'
import type { Sealing } from '../../sealing.ts'
import type { KnownDevice } from '../../survey/device.ts'
import type { HeartbeatReply, Setup } from '../../survey/kiosk.ts'
import { stateOf } from '../../survey/state.ts'
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
  const surveys = (await store.allIssued())
    .filter((survey) => survey.organisation.id === organisation.id)
    .filter(({ dates }) => ['open', 'scheduled'].includes(stateOf(dates, now)))
    .map(({ questionnaire, dates }) => {
      // Of a region's sites a tablet needs its own.
      const sites = questionnaire.sites.filter(({ id }) => id === site)
      return { questionnaire: { ...questionnaire, sites }, dates }
    })
    .filter(({ questionnaire }) => questionnaire.sites.length > 0)
  const rest = { device: { name }, organisation, site, pin, surveys }
  return { tag: tagOf(rest), ...rest }
}

const tagOf = (rest: Omit<Setup, 'tag'>) =>
  createHash('sha256').update(JSON.stringify(rest)).digest('base64url').slice(0, 22)
