import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { queryOf } from '../../../pages/office/dashboard/chosen.ts'
import { dashboardPage, type DashboardView } from '../../../pages/office/dashboard/dashboard.tsx'
import { localDate } from '../../../survey/calendar.ts'
import { asHeld } from '../../../survey/tablets/grace.ts'
import { populationsOf } from '../../../survey/statistics/comparison.ts'
import { atOwnSites } from '../../../survey/own-sites.ts'
import { Problem } from '../../../survey/problem.ts'
import { textFields } from '../../../survey/receive.ts'
import { pauseOn, stateOf } from '../../../survey/state.ts'
import { waitingFor } from '../../../survey/tablets/waiting.ts'
import type { Deps } from '../../deps.ts'
import { chosenIn } from './chosen-view.ts'
import type { OfficeFace } from '../face.ts'
import { figureRoutes } from './figures.ts'
import { reportRoutes } from './report.ts'
import { userOf } from '../session.ts'
import { takeAlongRoutes } from './take-along.ts'
import { themeNumbers } from './theme-numbers.ts'

/** So many texts of a group stand on the dashboard; the rest is counted. */
const TEXTS = 50
/** Of many groups fewer each, or nobody would find what comes after them. */
const ALL_TEXTS = 300
const FEWEST = 5

export type AskedNumbers = FastifyRequest<{ Params: { survey: string } }>
export type OwnNumbers = ReturnType<typeof makeOwnNumbers>

/** What is read beside the numbers, where it is shown: of thousands of comments it takes long. */
interface Beside {
  /** so many texts of a group */
  texts?: number
  themes?: boolean
}

export function dashboardRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const ownNumbers = makeOwnNumbers(deps, face)
  office.get<{ Params: { survey: string } }>(
    '/surveys/:survey',
    { config: { right: 'numbers' } },
    async (request, reply) => {
      const { frame, view } = await ownNumbers(request, reply, { texts: TEXTS, themes: true })
      return dashboardPage(frame, view)
    },
  )
  figureRoutes(office, ownNumbers)
  reportRoutes(office, deps, ownNumbers)
  takeAlongRoutes(office, ownNumbers, deps)
}

/** The numbers of a survey as this reader may see them, in the view that the address asks for. */
function makeOwnNumbers({ store, clock }: Deps, face: OfficeFace) {
  return async (request: AskedNumbers, reply: FastifyReply, beside: Beside = {}) => {
    const { organisation, sites } = userOf(request)
    const { survey: id } = request.params
    const survey = await store.surveyOf(organisation, id)
    const participation = await store.participation(organisation, id)
    const release = await store.release(organisation, id)
    if (!survey?.questionnaire || !participation || !release) throw new Problem('unknown')
    const { dates } = survey
    const questionnaire = asHeld(survey.questionnaire, dates)
    const fields = beside.texts === undefined ? [] : questionnaire.questions.flatMap(textFields)
    const share = Math.floor(ALL_TEXTS / Math.max(1, questionnaire.sites.length))
    const most = Math.min(beside.texts ?? 0, Math.max(FEWEST, share))
    const texts = fields.map(async (field) => {
      const groups = await store.texts(organisation, id, field, most)
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
      until: pauseOn(dates, localDate(clock(), dates.timeZone))?.until,
      purge: survey.purge,
      heldUp: waitingFor(questionnaire, dates, devices, clock()),
      archived: survey.archived,
      limited: sites.length > 0,
      everywhere: {
        sites: questionnaire.sites,
        listed: populationsOf(questionnaire, release, true)('all'),
      },
      divided: undefined as DashboardView['divided'],
    }
    const whole = chosenIn(request.query, questionnaire, release)
    if (whole.over) {
      const byDay = await store.participationOver(organisation, id, whole.over)
      everything.divided = { over: whole.over, byDay }
    }
    const own = atOwnSites(everything, sites)
    const chosen = chosenIn(request.query, own.questionnaire, own.release)
    // Comments and how they were sorted went together: none of none is no number.
    const themes =
      beside.themes && !survey.purge
        ? await themeNumbers(store, organisation, questionnaire, release, sites)
        : undefined
    const view: DashboardView = { ...own, chosen, themes }
    const frame = { ...(await face.frame(request, reply)), query: queryOf(chosen) }
    return { frame, view }
  }
}
