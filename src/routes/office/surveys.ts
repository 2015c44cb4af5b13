import type { FastifyInstance } from 'fastify'
import { dashboardPage } from '../../pages/office/dashboard.tsx'
import { firstRoom } from '../../pages/office/rooms.tsx'
import { surveysPage } from '../../pages/office/surveys.tsx'
import { localDate } from '../../survey/calendar.ts'
import { atOwnSites } from '../../survey/own-sites.ts'
import { Problem } from '../../survey/problem.ts'
import { textFields } from '../../survey/receive.ts'
import { may } from '../../survey/rights.ts'
import { stateOf } from '../../survey/state.ts'
import { waitingFor } from '../../survey/waiting.ts'
import type { Deps } from '../deps.ts'
import { type OfficeFace, onward } from './face.ts'
import { userOf } from './session.ts'

/** So many texts of a group stand on the dashboard; the rest is counted. */
const TEXTS = 50

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

  office.get<{ Params: { survey: string } }>(
    '/surveys/:survey',
    { config: { right: 'numbers' } },
    async (request, reply) => {
      const { organisation, sites } = userOf(request)
      const { survey: id } = request.params
      const survey = await store.surveyOf(organisation, id)
      const participation = await store.participation(organisation, id)
      const release = await store.release(organisation, id)
      if (!survey?.questionnaire || !participation || !release) throw new Problem('unknown')
      const { questionnaire, dates } = survey
      const fields = questionnaire.questions.flatMap(textFields)
      const texts = fields.map(async (field) => {
        const groups = await store.texts(organisation, id, field, TEXTS)
        return groups.map((group) => ({ field, ...group }))
      })
      const devices = (await store.devices(organisation)).filter(
        ({ site }) => sites.length === 0 || sites.includes(site),
      )
      const everything = {
        questionnaire,
        state: stateOf(dates, clock()),
        participation,
        release,
        texts: (await Promise.all(texts)).flat(),
        today: localDate(clock(), dates.timeZone),
        heldUp: waitingFor(questionnaire, dates, devices, clock()),
        limited: sites.length > 0,
      }
      return dashboardPage(await face.frame(request, reply), atOwnSites(everything, sites))
    },
  )
}
