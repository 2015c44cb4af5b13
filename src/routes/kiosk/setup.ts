import { createHash } from 'node:crypto'
import type { Sealing } from '../../sealing.ts'
import type { KnownDevice } from '../../survey/device.ts'
import type { HeartbeatReply, Setup } from '../../survey/kiosk.ts'
import { stateOf } from '../../survey/state.ts'
import type { Deps } from '../deps.ts'

/** What a tablet is told on each heartbeat; its setup only where it has another. */
export async function replyTo(
  deps: Deps,
  sealing: Sealing,
  device: KnownDevice,
  has: string,
): Promise<HeartbeatReply> {
  const { clock } = deps
  const now = clock()
  const reply = { now, sealing: await sealing.current() }
  if (device.revokedAt !== undefined) return { ...reply, state: 'revoked' }
  const setup = await setupOf(deps, device, now)
  return { ...reply, state: 'active', ...(setup.tag !== has && { setup }) }
}

async function setupOf({ store }: Deps, device: KnownDevice, now: number): Promise<Setup> {
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
