import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { User } from '../../store/store.ts'
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
export function liveRoute(office: FastifyInstance, { store, live }: Deps, sessions: Sessions) {
  const open = new Set<() => void>()
  office.addHook('preClose', async () => {
    for (const end of open) end()
  })

  office.get<{ Params: { survey: string } }>(
    '/surveys/:survey/live',
    { exposeHeadRoute: false, config: { right: 'numbers', unattended: true } },
    async (request, reply) => {
      const { organisation } = userOf(request)
      const { survey } = request.params
      if (!(await store.surveyOf(organisation, survey))) throw new Problem('unknown')
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        ...(reply.getHeaders() as OutgoingHttpHeaders),
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      let timer: NodeJS.Timeout | undefined
      const send = async () => {
        timer = undefined
        // Read before the numbers are: what comes meanwhile is told once more rather than never.
        const id = live.latest(survey)
        await write(async ({ sites }) => {
          const participation = await store.participation(organisation, survey)
          if (!participation) return undefined
          const data = JSON.stringify(participationAt(participation, sites))
          return `id: ${id}\nevent: participation\ndata: ${data}\n\n`
        })
      }
      /** Only to someone who may still, limited to their sites of now, and who reads what comes. */
      const write = async (words: (reader: User) => Promise<string | undefined>) => {
        const reader = await sessions.standing(request).catch(() => undefined)
        const allowed = reader && may(reader.role, 'numbers')
        const said = allowed ? await words(reader).catch(() => undefined) : undefined
        if (raw.writableEnded) return
        if (said === undefined || raw.writableLength > BEHIND) return end()
        raw.write(said)
      }
      const stop = live.watch(survey, () => {
        timer ??= setTimeout(() => void send(), PAUSE)
      })
      const beat = setInterval(() => void write(async () => ': \n\n'), HEARTBEAT)
      const end = () => {
        clearInterval(beat)
        clearTimeout(timer)
        stop()
        open.delete(end)
        raw.end()
      }
      open.add(end)
      raw.on('close', end)
      // Who comes back and has missed nothing is told only that they are heard.
      if (request.headers['last-event-id'] === live.latest(survey))
        await write(async () => ': \n\n')
      else await send()
    },
  )
}
