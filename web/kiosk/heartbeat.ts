import type { HeartbeatReply } from '../../src/survey/tablets/kiosk.ts'
import type { Clock } from './clock.ts'
import type { Link } from './link.ts'
import type { Queue } from './queue.ts'
import { bytesLeft } from './room.ts'
import type { Known } from './store.ts'
import type { Surroundings } from './surroundings.ts'

interface Beating {
  surroundings: Pick<Surroundings, 'after' | 'storage' | 'version' | 'wall'>
  link: Pick<Link, 'heartbeat'>
  clock: Clock
  queue: Pick<Queue, 'waiting'>
  known(): Partial<Known>
  shown(): string
  /** `queued` is what the server has just been told */
  onHeard(reply: HeartbeatReply, queued: number): Promise<void>
  onSilence(unknownDevice: boolean): Promise<void>
}

const PACE = 60_000
const SOON = 1000

/** Tells the server how the tablet is, every minute and whenever asked to. */
export function makeHeartbeat(beating: Beating) {
  const { surroundings, link, clock, queue, known, shown, onHeard, onSilence } = beating
  let running: Promise<void> | undefined
  let pace = PACE
  let again = false
  let stopped = false
  let callOff = () => {}

  async function beat(token: string) {
    pace = PACE
    const [waiting, storageLeft] = await Promise.all([
      queue.waiting(),
      bytesLeft(surroundings.storage),
    ])
    const setup = known().setup?.tag ?? ''
    const { version } = surroundings
    const told = { version, survey: shown(), ...waiting, storageLeft, setup }
    const sent = clock.moment()
    const said = await link.heartbeat(token, { ...told, clock: surroundings.wall() })
    // Meanwhile the tablet may have been given up, or got another token.
    if (known().token !== token) return
    if (said.said !== 'yes') return onSilence(said.said === 'no' && said.status === 401)
    clock.heard(said.reply.now, sent)
    await onHeard(said.reply, waiting.queued)
    // A clock that was set while the reply was on its way: it could not be used.
    if (!clock.sure()) pace = SOON
  }

  /** What has happened since a heartbeat was sent is told by another one. */
  async function beats() {
    do {
      again = false
      const { token } = known()
      if (token !== undefined) await beat(token).catch(() => onSilence(false))
    } while (again)
  }

  function now(): Promise<void> {
    if (known().token === undefined || stopped) return Promise.resolve()
    again = true
    callOff()
    running ??= beats().finally(() => {
      running = undefined
      if (!stopped) callOff = surroundings.after(pace, () => void now())
    })
    return running
  }

  return {
    now,
    stop() {
      again = false
      stopped = true
      callOff()
    },
  }
}
