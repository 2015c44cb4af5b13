import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../../../survey/problem.ts'
import type { Deps } from '../../deps.ts'
import { type Audience, makeAudience } from './audience.ts'
import { type Sessions, userOf } from '../session.ts'

/** Participation as it grows, by server-sent events. */
export function liveRoute(office: FastifyInstance, deps: Deps, sessions: Sessions) {
  const { store, live } = deps
  const audiences = new Map<string, Audience>()
  office.addHook('preClose', async () => {
    for (const audience of audiences.values()) audience.end()
  })

  function audienceOf(organisation: string, survey: string): Audience {
    const gone = () => audiences.delete(survey)
    const audience =
      audiences.get(survey) ?? makeAudience(deps, sessions, { organisation, survey, gone })
    audiences.set(survey, audience)
    return audience
  }

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
      // Who comes back and has missed nothing is told only that they are heard.
      const known = request.headers['last-event-id'] === live.latest(survey)
      await audienceOf(organisation, survey).join({ token: sessions.here(request), raw }, known)
    },
  )
}
