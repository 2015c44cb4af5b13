import type { FastifyInstance } from 'fastify'
import { firstRoom } from '../../pages/office/rooms.tsx'
import { surveysPage } from '../../pages/office/surveys.tsx'
import { may } from '../../survey/rights.ts'
import { stateOf } from '../../survey/state.ts'
import type { Deps } from '../deps.ts'
import { type OfficeFace, onward } from './face.ts'
import { userOf } from './session.ts'

export function surveyRoutes(office: FastifyInstance, { store, clock }: Deps, face: OfficeFace) {
  office.get('/', { config: { right: 'own' } }, async (request, reply) => {
    const { organisation, role } = userOf(request)
    if (!may(role, 'numbers')) return reply.redirect(onward(request, firstRoom(role)), 303)
    const surveys = await store.surveys(organisation)
    const frame = await face.frame(request, reply)
    const rows = surveys.map(async ({ id, draft, questionnaire, dates }) => {
      const { title, languages } = questionnaire ?? draft
      return {
        id,
        title: title[frame.language] ?? title[languages[0]!] ?? id,
        state: stateOf(dates, clock()),
        opens: dates.opens,
        closes: dates.closes,
        responses: (await store.participation(organisation, id))?.responses ?? 0,
      }
    })
    return surveysPage(frame, await Promise.all(rows))
  })
}
