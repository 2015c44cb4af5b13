import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  confirmedPage,
  confirmPage,
  leavePage,
  leftPage,
  stalePage,
} from '../../pages/citizen/subscription.tsx'
import { eraseSubscriber, idIn } from '../../subscriber.ts'
import { one } from '../../survey/fields.ts'
import type { Fields } from '../../survey/response.ts'
import type { Deps } from '../deps.ts'
import type { Face } from './face.ts'
import { sendPage } from './send-page.ts'

type Asked = FastifyRequest<{ Params: { token: string } }>

/** Where links in letters to subscribers lead. GET changes nothing: mail is read by machines. */
export function subscriptionRoutes(app: FastifyInstance, deps: Deps, face: Face) {
  const { store, subscriptions, secret } = deps
  // RFC 8058 lets a mail program send its one click in any form; none of it is needed.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null, {}))

  const confirm = '/subscription/confirm/:token'
  app.get(confirm, async (request: Asked, reply) => {
    const { found, survey, frame } = await load(request, reply, 'confirm')
    if (!found || !survey) return sendPage(reply.code(410), stalePage(frame))
    const { confirmed } = found
    return sendPage(reply, confirmed ? confirmedPage(frame, survey) : confirmPage(frame, survey))
  })
  app.post(confirm, async (request: Asked, reply) => {
    const id = idIn(secret, 'confirm', request.params.token)
    if (id) await subscriptions.confirm(id)
    return back(request, reply)
  })

  const leave = '/subscription/leave/:token'
  app.get(leave, async (request: Asked, reply) => {
    const { survey, frame } = await load(request, reply, 'leave')
    return sendPage(reply, survey ? leavePage(frame, survey) : leftPage(frame))
  })
  app.post(leave, async (request: Asked, reply) => {
    const id = idIn(secret, 'leave', request.params.token)
    if (id) await eraseSubscriber(deps, id)
    if (one((request.body ?? {}) as Fields, 'page')) return back(request, reply)
    return reply.type('text/plain; charset=utf-8').send('OK')
  })

  /** To the same address, which now says what became of it. */
  function back(request: Asked, reply: FastifyReply) {
    const language = face.languageOf(request)
    const path = request.url.split('?')[0]!
    return reply.header('cache-control', 'no-store').redirect(`${path}?lang=${language}`, 303)
  }

  async function load(request: Asked, reply: FastifyReply, purpose: 'confirm' | 'leave') {
    const { token } = request.params
    const id = idIn(secret, purpose, token)
    const found = id && (await subscriptions.find(id))
    const survey = found && (await store.issued(found.survey))
    const language = face.languageOf(request, undefined, survey)
    face.headers(reply, language, survey).header('cache-control', 'no-store')
    const path = `/subscription/${purpose}/${encodeURIComponent(token)}`
    return { found, survey, frame: face.frame(language, path, survey) }
  }
}
