import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../../survey/problem.ts'
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
    { exposeHeadRoute: false, config: { unattended: true } },
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
      const send = async (sequence: number) => {
        timer = undefined
        await write(async () => {
          const participation = await store.participation(organisation, survey)
          const data = JSON.stringify(participation)
          return `id: ${sequence}\nevent: participation\ndata: ${data}\n\n`
        })
      }
      /** Only to someone who is still signed in, and reads what comes. */
      const write = async (words: () => Promise<string>) => {
        const stands = await sessions.stands(request).catch(() => false)
        const said = stands ? await words().catch(() => undefined) : undefined
        if (raw.writableEnded) return
        if (said === undefined || raw.writableLength > BEHIND) return end()
        raw.write(said)
      }
      const stop = live.watch(survey, (sequence) => {
        timer ??= setTimeout(() => void send(sequence), PAUSE)
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
      await send(0)
    },
  )
}
