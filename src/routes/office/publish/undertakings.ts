import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  undertakingPage,
  type UndertakingView,
} from '../../../pages/office/publish/undertaking.tsx'
import { makeId } from '../../../secrets.ts'
import type { IssuedSurvey } from '../../../store/store.ts'
import { Problem } from '../../../survey/problem.ts'
import { undertakingFaults } from '../../../survey/publication/faults.ts'
import { newestOf } from '../../../survey/publication/undertaking.ts'
import { type Fields, idPattern } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { type Asked, type OwnSurvey, toSurvey } from '../survey/own-survey.ts'
import { actOf } from '../session.ts'
import { numberIn } from '../survey/survey-open.ts'
import { undertakingIn } from './fields.ts'

const publishing = { config: { right: 'publish' } } as const

type Loaded = Omit<Awaited<ReturnType<OwnSurvey>>, 'survey'> & { survey: IssuedSurvey }
type Load = (request: Asked, reply: FastifyReply) => Promise<Loaded>
type AskedOne = FastifyRequest<{ Params: { survey: string; undertaking: string } }>

/** "You said, we did": each with an id that is made with its first form. */
export function undertakingRoutes(office: FastifyInstance, deps: Deps, load: Load) {
  const { store, clock } = deps
  const path = '/surveys/:survey/publish/undertakings'

  office.get(path, publishing, async (request: Asked, reply) => {
    const loaded = await load(request, reply)
    if (!loaded.survey.final) return toSurvey(request, reply, 'publish')
    const empty = { said: {}, did: {}, goal: {}, state: 'decided', on: loaded.facts.today } as const
    return send(reply, loaded, { id: makeId(), version: 1, given: empty })
  })

  office.get(`${path}/:undertaking`, publishing, async (request: AskedOne, reply) => {
    const loaded = await load(request, reply)
    const known = await find(loaded, request.params.undertaking)
    if (!known) throw new Problem('unknown')
    return send(reply, loaded, { id: known.id, version: known.version + 1, given: known.body })
  })

  office.post(`${path}/:undertaking`, publishing, async (request: AskedOne, reply) => {
    const loaded = await load(request, reply)
    const { organisation, survey } = loaded
    const { undertaking: id } = request.params
    if (!idPattern.test(id) || !survey.final) throw new Problem('unknown')
    const { languages } = survey.questionnaire
    const body = undertakingIn((request.body ?? {}) as Fields, languages)
    const version = numberIn(request, 'version')
    const faults = undertakingFaults(body, languages)
    if (faults.length > 0) {
      return send(reply.code(422), loaded, { id, version, given: body, faults })
    }
    const next = { id, version, body }
    const act = actOf(request, clock)
    const outcome = await store.saveUndertaking(organisation, survey.id, next, act)
    if (outcome === 'full') {
      return send(reply.code(422), loaded, { id, version, given: body, full: true })
    }
    if (outcome !== 'moved') return toSurvey(request, reply, 'publish', 'kept')
    const known = await find(loaded, id)
    const again = { id, version: (known?.version ?? 0) + 1, given: body, moved: true }
    return send(reply.code(409), loaded, again)
  })

  async function find({ id }: Loaded, undertaking: string) {
    const { undertakings } = await store.published(id)
    return newestOf(undertakings).find((one) => one.id === undertaking)
  }
}

function send(
  reply: FastifyReply,
  { frame, facts, survey, id }: Loaded,
  view: Omit<UndertakingView, 'facts' | 'languages' | 'faults'> & Partial<UndertakingView>,
) {
  const { languages } = survey.questionnaire
  const base = `/office/surveys/${encodeURIComponent(id)}/publish`
  const path = view.version === 1 ? `${base}/undertakings` : `${base}/undertakings/${view.id}`
  return reply.send(undertakingPage({ ...frame, path }, { facts, languages, faults: [], ...view }))
}
