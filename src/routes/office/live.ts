import type { FastifyInstance } from 'fastify'
import { participationAt } from '../../survey/own-sites.ts'
import { Problem } from '../../survey/problem.ts'
import { may } from '../../survey/rights.ts'
import type { Deps } from '../deps.ts'
import { type Sessions, userOf } from './session.ts'

/** At most one message in so many milliseconds to each reader, however fast answers come. */
const PAUSE = 1000
const HEARTBEAT = 25_000
/** A reader that has so many bytes waiting is let go; it comes back by itself. */
const BEHIND = 64 * 1024

/** Participation as it grows, by server-sent events. */
export function liveRoute(office: FastifyInstance, deps: Deps, sessions: Sessions) {
  const { store, live, clock } = deps
  const open = new Set<() => void>()
  office.addHook('preClose', async () => {
    for (const end of open) end()
  })

  office.get<{ Params: { survey: string } }>(
    '/surveys/:survey/live',
    { exposeHeadRoute: false, config: { right: 'numbers' } },
    async (request, reply) => {
      const { organisation } = userOf(request)
      const { survey } = request.params
      if (!(await store.surveyOf(organisation, survey))) throw new Problem('unknown')
      const here = sessions.here(request)
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      let timer: NodeJS.Timeout | undefined
      const send = async (sequence: number) => {
        timer = undefined
        // Asked each time: the reader may have been kept out since, or be limited to other sites.
        const reader = await store.session(here, clock()).catch(() => undefined)
        const participation = await store.participation(organisation, survey).catch(() => undefined)
        if (!reader || !may(reader.role, 'numbers')) return end()
        if (!participation || raw.writableLength > BEHIND) return end()
        const data = JSON.stringify(participationAt(participation, reader.sites))
        raw.write(`id: ${sequence}\nevent: participation\ndata: ${data}\n\n`)
      }
      const stop = live.watch(survey, (sequence) => {
        timer ??= setTimeout(() => void send(sequence), PAUSE)
      })
      const beat = setInterval(() => raw.write(': \n\n'), HEARTBEAT)
      const end = () => {
        clearInterval(beat)
        clearTimeout(timer)
        stop()
        open.delete(end)
        raw.end()
      }
      open.add(end)
      raw.on('close', end)
      await send(0)
    },
  )
}
