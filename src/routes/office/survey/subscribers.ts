import type { FastifyInstance } from 'fastify'
import { subscribersPage } from '../../../pages/office/survey/subscribers.tsx'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import { inSteps } from '../../../survey/subscription.ts'
import type { Deps } from '../../deps.ts'
import type { OfficeFace } from '../face.ts'
import { type Asked, makeOwnSurvey, toSurvey } from './own-survey.ts'
import { actOf, userOf } from '../session.ts'

const opening = { config: { right: 'surveys.open' } } as const

/** Who wants letters about a survey: how many, and never who. */
export function subscribersRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store, subscriptions, config, clock } = deps
  const ownSurvey = makeOwnSurvey(deps, face)

  office.get('/surveys/:survey/subscribers', opening, async (request: Asked, reply) => {
    const { frame, facts, id } = await ownSurvey(request, reply)
    const wanting = inSteps(await subscriptions.confirmed(id))
    const ended = await subscriptions.hasEnded(id)
    const done = one(request.query as Fields, 'done') === 'ended'
    const mail = config.mail !== undefined
    return reply.send(subscribersPage(frame, { facts, wanting, mail, ended, done }))
  })

  office.post('/surveys/:survey/subscribers/end', opening, async (request: Asked, reply) => {
    const { organisation } = userOf(request)
    const { survey: id } = request.params
    if (!(await store.surveyOf(organisation, id))) throw new Problem('unknown')
    // Noted first: what is in the log twice is better than what was done and is not in it.
    if (!(await subscriptions.hasEnded(id))) {
      await store.noteLettersEnd(organisation, id, actOf(request, clock))
    }
    await subscriptions.end(id)
    return toSurvey(request, reply, 'subscribers', 'ended')
  })
}
