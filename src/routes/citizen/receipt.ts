import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { networkOf } from '../../network.ts'
import { ownResponsePage, withdrawnPage, withdrawPage } from '../../pages/citizen/own-response.tsx'
import { type ReceiptFault, receiptPage } from '../../pages/citizen/receipt.tsx'
import { localDate } from '../../survey/calendar.ts'
import { one } from '../../survey/fields.ts'
import { readReceipt } from '../../survey/receipt.ts'
import type { Fields } from '../../survey/response.ts'
import type { Deps } from '../deps.ts'
import type { Face } from './face.ts'
import { sendPage } from './send-page.ts'

/** So many codes from one network before it has to wait. */
const MOST = 60
const WINDOW = 10 * 60_000

/** Seeing and withdrawing a response by its code, which is only ever in the body of a form. */
export function receiptRoutes(app: FastifyInstance, deps: Deps, face: Face) {
  const { store, live, clock, assets } = deps
  const script = assets.receiptScript

  app.get('/receipt', async (request, reply) => {
    const { frame } = framed(request, reply)
    return sendPage(reply, receiptPage(frame, { script }))
  })

  app.get('/receipt/withdrawn', async (request, reply) => {
    const { frame } = framed(request, reply, '/receipt/withdrawn')
    const final = one(request.query as Fields, 'after') === 'final'
    const path = final ? `${frame.path}?after=final` : frame.path
    return sendPage(reply, withdrawnPage({ ...frame, path }, { final }))
  })

  const keyGenerator = ({ ip }: FastifyRequest) => networkOf(ip)
  const rateLimit = { max: MOST, timeWindow: WINDOW, keyGenerator }
  app.post('/receipt', { config: { rateLimit } }, async (request, reply) => {
    const { fields, frame } = framed(request, reply)
    const typed = one(fields, 'code')
    // Another language: the page that it was pressed on once more.
    const isSwitch = one(fields, 'to') !== ''
    if (isSwitch && one(fields, 'at') === 'form') {
      return sendPage(reply, receiptPage(frame, { script, code: typed }))
    }
    const wrong = (status: number, fault: ReceiptFault) =>
      sendPage(reply.code(status), receiptPage(frame, { script, code: typed, fault }))
    if (typed === '') return wrong(422, 'missing')
    const code = readReceipt(typed)
    if (!code) return wrong(422, 'code')
    const next = isSwitch ? one(fields, 'at') : one(fields, 'next')
    if (next === 'withdraw') {
      const survey = await withdraw(code)
      if (!survey) return wrong(404, 'unknown')
      const after = survey.final ? 'final' : 'open'
      return reply.redirect(`/receipt/withdrawn?lang=${frame.language}&after=${after}`, 303)
    }
    const found = await find(code)
    if (!found) return wrong(404, 'unknown')
    const { survey, questionnaire, response } = found
    const { final } = survey
    const own = { ...survey, questionnaire }
    const language = face.languageOf(request, asked(fields), own)
    face.headers(reply, language, own).headers(unseen)
    const view = { questionnaire, response, code, final }
    const set = face.frame(language, '/receipt', own)
    return sendPage(reply, next === 'ask' ? withdrawPage(set, view) : ownResponsePage(set, view))
  })

  async function find(code: string) {
    const response = await store.responseOf(code)
    const survey = response && (await store.issued(response.survey))
    const questionnaire =
      response && (await store.questionnaire(response.survey, response.questionnaire))
    return survey && questionnaire && { survey, questionnaire, response }
  }

  /** The survey that the response was in; the same when it is asked again. */
  async function withdraw(code: string) {
    const id = (await store.responseOf(code))?.survey ?? (await store.withdrawnFrom(code))
    const survey = id === undefined ? undefined : await store.issued(id)
    if (!survey) return undefined
    const date = localDate(clock(), survey.dates.timeZone)
    if (!(await store.withdrawResponse(survey.id, code, date))) return undefined
    live.announce(survey.id)
    return survey
  }

  function framed(request: FastifyRequest, reply: FastifyReply, path = '/receipt') {
    const fields = (request.body ?? {}) as Fields
    const language = face.languageOf(request, asked(fields))
    face.headers(reply, language).headers(unseen)
    return { fields, frame: face.frame(language, path) }
  }

  return {
    /** The form with its code, for whoever has to wait. */
    async sendWait(request: FastifyRequest, reply: FastifyReply) {
      const { fields, frame } = framed(request, reply)
      const code = one(fields, 'code')
      return sendPage(reply, receiptPage(frame, { script, code, wait: true }))
    },
  }
}

const asked = (fields: Fields) => one(fields, 'to') || one(fields, 'lang') || undefined

/** For nobody's memory: what is read here is one person's. */
const unseen = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }
