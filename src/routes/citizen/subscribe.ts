import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { networkOf } from '../../network.ts'
import { subscribePage } from '../../pages/citizen/subscribe.tsx'
import { endedPage, sentPage } from '../../pages/citizen/subscription.tsx'
import { askSubscriber } from '../../subscriber.ts'
import { one } from '../../survey/fields.ts'
import { Problem } from '../../survey/problem.ts'
import type { Fields } from '../../survey/response.ts'
import { readAddress } from '../../survey/subscription.ts'
import type { Deps } from '../deps.ts'
import { isOver, isSubscribingOffered } from '../subscribing.ts'
import type { Face } from './face.ts'
import { sendPage } from './send-page.ts'

type Asked = FastifyRequest<{ Params: { survey: string } }>

/** So many addresses from one network before it has to wait. */
const MOST = 20
const WINDOW = 10 * 60_000

export type Subscribing = ReturnType<typeof subscribeRoutes>

/** Leaving an address, to be told of results. Nothing here knows of a response. */
export function subscribeRoutes(app: FastifyInstance, deps: Deps, face: Face) {
  const { store, config } = deps
  const path = '/s/:survey/subscribe'

  app.get(path, async (request: Asked, reply) => {
    const { survey, frame } = await load(request, reply)
    if (await isOver(deps, survey)) return sendPage(reply.code(410), endedPage(frame, survey))
    const sent = one(request.query as Fields, 'done') === 'sent'
    return sendPage(reply, sent ? sentPage(frame, survey) : subscribePage(frame, survey))
  })

  const keyGenerator = ({ ip }: FastifyRequest) => networkOf(ip)
  const rateLimit = { max: MOST, timeWindow: WINDOW, keyGenerator }
  app.post(path, { config: { rateLimit } }, async (request: Asked, reply) => {
    const { survey, frame, email, isSwitch } = await load(request, reply)
    if (await isOver(deps, survey)) return sendPage(reply.code(410), endedPage(frame, survey))
    // Another language: nothing is judged or kept.
    if (isSwitch) return sendPage(reply, subscribePage(frame, { ...survey, email }))
    const read = readAddress(email)
    if ('fault' in read) {
      const faulty = { ...survey, email, fault: read.fault }
      return sendPage(reply.code(422), subscribePage(frame, faulty))
    }
    const { language } = frame
    await askSubscriber(deps, { survey: survey.id, email: read.email, language })
    return reply.redirect(`/s/${survey.id}/subscribe?lang=${language}&done=sent`, 303)
  })

  async function load(request: Asked, reply: FastifyReply) {
    const survey = await store.issued(request.params.survey)
    if (!survey || !config.mail) throw new Problem('unknown')
    const fields = (request.body ?? {}) as Fields
    const to = one(fields, 'to')
    const asked = to || one(fields, 'lang') || undefined
    const language = face.languageOf(request, asked, survey)
    face.headers(reply, language, survey)
    const frame = face.frame(language, `/s/${survey.id}/subscribe`, survey)
    return { survey, frame, email: one(fields, 'email'), isSwitch: to !== '' }
  }

  return {
    /** The form with its address, for a sender who has to wait. */
    async sendWait(request: FastifyRequest, reply: FastifyReply) {
      const { survey, frame, email } = await load(request as Asked, reply)
      return sendPage(reply, subscribePage(frame, { ...survey, email, wait: true }))
    },
    /** Whether the pages of a survey lead here. */
    isOffered: isSubscribingOffered.bind(undefined, deps),
  }
}
