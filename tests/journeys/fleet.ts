import { hashSecret, makeSecret } from '../../src/secrets.ts'
import type { Heartbeat } from '../../src/survey/tablets/kiosk.ts'
import { ACT, type Started } from '../start.ts'
import { addTablet, heartbeatNoted } from '../tablet.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

interface Standing {
  name: string
  site: string
  /** minutes before now; absent: never enrolled */
  heard?: number
  report?: Partial<Heartbeat>
  refused?: number
  revoked?: boolean
}

/** Puts tablets of an organisation into the states that they can be in. */
export async function stand(svar: Started, organisation: string, now: string, all: Standing[]) {
  const at = Temporal.Instant.from(now).epochMilliseconds
  for (const { name, site, heard, report, refused = 0, revoked } of all) {
    const { id, code } = await addTablet(svar, now, organisation, site)
    await svar.store.changeDevice(organisation, id, { name }, ACT)
    if (heard === undefined) continue
    const seenAt = at - heard * MINUTE
    await svar.store.enrol(hashSecret(code), hashSecret(makeSecret()), at - 5 * DAY)
    await svar.store.heard(id, { ...heartbeatNoted, clock: seenAt, ...report }, seenAt)
    const ids = Array.from({ length: refused }, (_, index) => `refused-${index}`)
    await svar.store.countRefused(id, ids)
    if (revoked)
      await svar.store.revokeDevice(organisation, id, { ...ACT, at: instant(at - 30 * MINUTE) })
  }
}

const instant = (milliseconds: number) =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toString()
