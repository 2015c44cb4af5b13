import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { closedPage } from '../../pages/citizen/closed.tsx'
import { pausedPage } from '../../pages/citizen/paused.tsx'
import { notYetPage } from '../../pages/citizen/not-yet.tsx'
import { questionnairePage, type Unsaved } from '../../pages/citizen/questionnaire.tsx'
import type { IssuedSurvey } from '../../store/store.ts'
import { localDate } from '../../survey/calendar.ts'
import { countsOf } from '../../survey/counts.ts'
import { one } from '../../survey/fields.ts'
import { Problem } from '../../survey/problem.ts'
import { standingOf } from '../../survey/publication/publication.ts'
import { receive } from '../../survey/receive.ts'
import type { Fault, Fields, Response } from '../../survey/response.ts'
import { idPattern } from '../../survey/response.ts'
import { type State, stateOf } from '../../survey/state.ts'
import type { Deps } from '../deps.ts'
import type { Face } from './face.ts'
import { newId } from './new-id.ts'
import { makeServed } from './served.ts'
import { sendPage } from './send-page.ts'
import type { Subscribing } from './subscribe.ts'
import type { Thanking } from './thanks.ts'
import { takesZipped, type Zipped } from './zipped.ts'

type Asked = FastifyRequest<{
  Params: { survey: string }
  Querystring: { lang?: unknown; site?: unknown }
}>

/** The questionnaire: served, sent, kept. */
export function questionnaireRoutes(
  app: FastifyInstance,
  deps: Deps,
  face: Face,
  { isOffered }: Subscribing,
  { pathFor }: Thanking,
) {
  const { store, live, clock, log } = deps
  const served = makeServed(face)

  app.get('/s/:survey', async (request: Asked, reply) => {
    const survey = await find(request)
    const language = face.languageOf(request, undefined, survey)
    const state = stateOf(survey.dates, clock())
    if (state !== 'open') return sendNotOpen(reply, survey, language, state)
    const site = survey.questionnaire.sites.find(({ id }) => id === request.query.site)?.id
    const page = served(survey, language, site)
    // "Back" after sending must not find this page and its id: the next person may be another one.
    face.headers(reply, language, survey).header('cache-control', 'no-store')
    if (!takesZipped(request.headers['accept-encoding'])) return page.plain(newId())
    return sendZipped(reply, page.zipped(newId()))
  })

  app.post(
    '/s/:survey',
    { config: { rateLimit: { max: deps.config.sendsPerMinute } } },
    async (request: Asked, reply) => {
      const survey = await find(request)
      const fields = fieldsOf(request.body)
      const asked = one(fields, 'to') || one(fields, 'lang')
      const language = face.languageOf(request, asked || undefined, survey)
      const now = clock()
      const state = stateOf(survey.dates, now)
      if (state !== 'open') return sendLate(reply, survey, language, state, fields)
      // Another language, or a step back to the questions: nothing is judged or kept.
      if (one(fields, 'to')) return sendForm(reply.code(200), survey, language, fields, [])
      return keep(reply, survey, language, fields, now)
    },
  )

  async function find(request: Asked): Promise<IssuedSurvey> {
    const survey = await store.issued(request.params.survey)
    if (!survey) throw new Problem('unknown')
    return survey
  }

  async function keep(
    reply: FastifyReply,
    survey: IssuedSurvey,
    language: string,
    fields: Fields,
    now: number,
  ): Promise<FastifyReply> {
    const { questionnaire, dates } = survey
    const channel = one(fields, 'channel') === 'qr' ? 'qr' : 'web'
    const date = localDate(now, dates.timeZone)
    const received = receive(questionnaire, fields, { channel, language, date })
    if ('faults' in received) {
      return sendForm(reply.code(422), survey, language, fields, received.faults)
    }
    const { response, masked } = received
    const counts = countsOf(questionnaire, response)
    try {
      const { smallestGroup } = questionnaire
      const kept = await store.keep({ response, counts, smallestGroup })
      if (kept === 'closed') return sendNotOpen(reply, survey, language, 'closed', fields)
      // Under an id of its own it may be sent once more.
      if (kept === 'withdrawn') {
        const anew = { ...fields, submission: newId() }
        return sendForm(reply.code(409), survey, language, anew, [], 'withdrawn')
      }
      live.announce(survey.id)
      const isOwn = kept === 'kept' || (await isStored(response))
      return reply.redirect(pathFor(survey.id, language, masked, isOwn ? response.id : ''), 303)
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'unavailable') throw error
      log.error({ err: error }, 'an answer could not be kept')
      reply.code(503).header('retry-after', error.retryAfter)
      return sendForm(reply, survey, language, fields, [], 'unavailable')
    }
  }

  /**
   * Whether this is what was sent under its id before. On a shared phone the next person may send
   * other answers under it, and must not get at the first one's.
   */
  async function isStored({ id, site, answers }: Response): Promise<boolean> {
    const stored = await store.responseOf(id)
    return JSON.stringify([stored?.site, stored?.answers]) === JSON.stringify([site, answers])
  }

  /** The form again, with what was typed and words beside it. */
  function sendForm(
    reply: FastifyReply,
    survey: IssuedSurvey,
    language: string,
    fields: Fields,
    faults: Fault[],
    problem?: Unsaved,
  ) {
    const { questionnaire } = survey
    const given = one(fields, 'submission')
    const html = questionnairePage(face.frame(language, `/s/${survey.id}`, survey), {
      questionnaire,
      submission: idPattern.test(given) ? given : newId(),
      fields,
      faults,
      site: one(fields, 'site'),
      channel: one(fields, 'channel') === 'qr' ? 'qr' : undefined,
      problem,
    })
    return sendPage(face.headers(reply, language, survey), html)
  }

  /** After closing: who was kept before is thanked again; everyone else may read what they wrote. */
  async function sendLate(
    reply: FastifyReply,
    survey: IssuedSurvey,
    language: string,
    state: State,
    fields: Fields,
  ) {
    const id = one(fields, 'submission')
    if (idPattern.test(id) && (await store.isKept(survey.id, id))) {
      return reply.redirect(pathFor(survey.id, language, [], ''), 303)
    }
    // The form stays, so that it can be sent when the pause is over.
    if (state === 'paused') return sendForm(reply.code(403), survey, language, fields, [], 'paused')
    return sendNotOpen(reply, survey, language, state, fields)
  }

  async function sendNotOpen(
    reply: FastifyReply,
    survey: IssuedSurvey,
    language: string,
    state: State,
    fields?: Fields,
  ) {
    const frame = face.frame(language, `/s/${survey.id}`, survey)
    const { questionnaire } = survey
    face.headers(reply, language, survey)
    if (state === 'scheduled')
      return sendPage(reply.code(403), notYetPage(frame, { questionnaire }))
    if (state === 'paused') {
      const until = survey.dates.pauses?.at(-1)?.until
      return sendPage(reply.code(403), pausedPage(frame, { questionnaire, until }))
    }
    const byHand = survey.dates.closed
    const subscribe = await isOffered(survey)
    const results = await isPublished(survey.id)
    const closed = { questionnaire, fields, results, byHand, subscribe }
    return sendPage(reply.code(410), closedPage(frame, closed))
  }

  /** Where the database fails, people still get their page back, with what they wrote. */
  async function isPublished(survey: string): Promise<boolean> {
    try {
      return standingOf((await store.published(survey)).steps).state === 'published'
    } catch (error) {
      if (error instanceof Problem && error.code === 'unavailable') return false
      throw error
    }
  }

  /** The form with its answers, for a sender who has to wait. */
  async function sendWait(request: FastifyRequest, reply: FastifyReply) {
    const survey = await find(request as Asked)
    const fields = fieldsOf(request.body)
    const language = face.languageOf(request, one(fields, 'lang') || undefined, survey)
    return sendForm(reply, survey, language, fields, [], 'too-many')
  }

  return { sendWait }
}

/** Past the framework's own sending, which would copy the page to put its parts together. */
function sendZipped(reply: FastifyReply, { start, end }: Zipped) {
  reply.header('content-encoding', 'gzip')
  reply.header('content-length', start.length + end.length)
  reply.hijack()
  reply.raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders)
  if (reply.request.method === 'HEAD') return reply.raw.end()
  reply.raw.write(start)
  return reply.raw.end(end)
}

const fieldsOf = (body: unknown): Fields =>
  typeof body === 'object' && body !== null ? (body as Fields) : {}
