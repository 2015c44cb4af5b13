import type { HeartbeatReply, KioskAnswers, KioskSurvey } from '../../src/survey/tablets/kiosk.ts'
import { isPin } from '../../src/survey/tablets/pin.ts'
import { type State, stateOf } from '../../src/survey/state.ts'
import { makeClock } from './clock.ts'
import { makeHeartbeat } from './heartbeat.ts'
import { makeKeeping } from './keeping.ts'
import { makeLink } from './link.ts'
import { makeQueue } from './queue.ts'
import { hasRoom } from './room.ts'
import { makeSender } from './sender.ts'
import type { StationState } from './station-state.ts'
import type { Known } from './store.ts'
import type { Surroundings } from './surroundings.ts'
import { makeWatched } from './watched.ts'

export type { StationState } from './station-state.ts'

/** The tablet without its screens. */
export type Station = Awaited<ReturnType<typeof openStation>>

/** Rejects where the browser has no database: then the tablet cannot be a station. */
export async function openStation(surroundings: Surroundings) {
  const { wall, steady, random, after, locks, storage } = surroundings
  const store = await surroundings.openStore(() => {
    heartbeat.stop()
    state.change({ stale: true, canKeep: false })
  })
  let known: Partial<Known> = await store.known()
  let shown = ''
  let occupied = false
  /** how many answers the office knows to be here */
  let told = 0

  const state = makeWatched<StationState>({
    enrolled: known.token !== undefined,
    revoked: known.revoked ?? false,
    unknownDevice: false,
    online: false,
    ...(await store.waiting()),
    setup: known.setup,
    canKeep: false,
    lastSent: undefined,
    stale: false,
  })
  const clock = makeClock(() => ({ wall: wall(), steady: steady() }), known.mark)
  const queue = makeQueue(store)
  const keeping = makeKeeping(clock, queue, locks)
  const link = makeLink(surroundings)
  const sender = makeSender({
    queue,
    random,
    after,
    locks,
    isReady: () => clock.sure() && known.token !== undefined,
    deliver: (items) => link.deliver(known.token!, items),
    async onTaken() {
      await recount()
      state.change({ online: true, lastSent: clock.now() })
      const { queued } = state.value
      // The office may be waiting for the word that nothing is left.
      if (queued === 0 && told > 0) void heartbeat.now()
      return queued
    },
    onUnknown: () => state.change({ unknownDevice: true }),
  })
  const heartbeat = makeHeartbeat({
    surroundings,
    link,
    clock,
    queue,
    onHeard,
    known: () => known,
    shown: () => shown,
    async onSilence(unknownDevice) {
      state.change(unknownDevice ? { unknownDevice, online: true } : { online: false })
      await know({ mark: clock.mark() }).catch(() => {})
      // Another page may have enrolled the tablet anew.
      if (unknownDevice) known = await store.known().catch(() => known)
    },
  })

  async function onHeard({ sealing, setup, ...reply }: HeartbeatReply, queued: number) {
    told = queued
    const revoked = reply.state === 'revoked'
    const back = !state.value.online
    const rotated = known.sealing?.key !== sealing.key
    // A disk that is full must not keep from sending what is on it.
    await know({ sealing, revoked, mark: clock.mark(), ...(setup && { setup }) }).catch(() => {})
    await keeping.settle()
    await recount()
    state.change({ online: true, unknownDevice: false, revoked, setup: known.setup })
    if (rotated || !state.value.canKeep) await canKeep()
    if (state.value.queued > 0) void (back ? sender.now() : sender.wake())
    else if (revoked && told === 0 && !occupied) await forget()
  }

  async function know(more: Partial<Known>) {
    known = { ...known, ...more }
    await store.know(more)
  }

  async function recount() {
    state.change(await queue.waiting())
  }

  /** Whether an answer could be stored now: tries it, and tells it in the state as well. */
  async function canKeep(): Promise<boolean> {
    const room = await hasRoom(store, known.sealing, storage)
    state.change({ canKeep: room && !state.value.stale })
    return state.value.canKeep
  }

  /** Sends at once what is queued; resolves when it is sent, or cannot be now. */
  async function sendNow() {
    await heartbeat.now()
    await sender.now()
  }

  /** The code as it was typed or scanned. */
  async function enrol(code: string) {
    // What was answered under the old code is sent under it, where it still holds.
    if (state.value.queued > 0) await sendNow()
    // A code works once: first see that what it brings can be stored.
    if (!(await canKeep())) return 'cannot-keep'
    const sent = clock.moment()
    const said = await link.enrol(code)
    if (said.said === 'no') return 'code-unknown'
    if (said.said === 'later') return said.status === 429 ? 'too-many' : 'offline'
    const { token, reply } = said.reply
    clock.heard(reply.now, sent)
    await know({ token })
    state.change({ enrolled: true })
    await onHeard(reply, state.value.queued)
    begin()
    return 'enrolled'
  }

  /** A pause may end by its date while there is no network, so both lists are looked through. */
  function among(state: State): KioskSurvey[] {
    const now = clock.now()
    const { surveys = [], paused = [] } = known.setup ?? {}
    return [...surveys, ...paused].filter(({ dates }) => stateOf(dates, now) === state)
  }

  function begin() {
    void storage?.persist().catch(() => {})
    void heartbeat.now()
  }

  async function forget() {
    heartbeat.stop()
    known = {}
    state.change({
      enrolled: false,
      setup: undefined,
      canKeep: false,
      queued: 0,
      oldest: null,
      stale: !state.value.revoked,
    })
    await store.wipe()
    await surroundings.forget()
  }

  surroundings.onOnline(() => void sendNow())
  surroundings.onHidden((hidden) => {
    clock.hides(hidden)
    if (!hidden) void heartbeat.now()
  })
  if (state.value.enrolled) {
    keeping.holdBack()
    begin()
  }
  await canKeep()

  return {
    get state() {
      return state.value
    },
    /** Calls at each change; returns how to stop that. */
    onChange: state.onChange,
    /** Milliseconds since 1970 by the server's clock, as far as it is known. */
    now: clock.now,
    canKeep,
    sendNow,
    enrol,
    /** The surveys that are open at this moment. */
    surveysNow: () => among('open'),
    /** Where the tablet stands, by the same setup as its surveys. */
    siteNow: () => known.setup?.site,
    /** Those that take no answers for a while. */
    pausedNow: () => among('paused'),
    /** Tells the office which survey is shown, '' for none. */
    shows(survey: string) {
      shown = survey
    },
    /** A person is answering, or has left: the tablet is not taken away from under their hands. */
    occupied(now: boolean) {
      occupied = now
      if (!now && state.value.revoked) void heartbeat.now()
    },
    /**
     * Seals and stores. Once it has resolved, the answer survives anything that the tablet
     * survives; where it rejects, the answers are still the caller's. The same id is one answer.
     */
    async keep(answers: KioskAnswers, timeZone: string) {
      if (!known.sealing) throw new Error('not enrolled')
      await keeping.keep(known.sealing, answers, timeZone)
      void recount().catch(() => {})
      void canKeep()
      if (clock.sure()) void sender.wake()
      else if (state.value.online) void heartbeat.now()
    },
    /** Whether this is the PIN of the staff. */
    pinIs: async (pin: string) => known.setup !== undefined && isPin(pin, known.setup.pin),
    /** Gives the tablet up and forgets all; false, and nothing forgotten, while answers wait. */
    async leave(evenUnsent = false): Promise<boolean> {
      await sendNow()
      await recount()
      if (state.value.queued > 0 && !evenUnsent) return false
      await forget()
      return true
    },
  }
}
