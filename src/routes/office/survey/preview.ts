import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { privacyPage } from '../../../pages/citizen/privacy.tsx'
import { questionnairePage } from '../../../pages/citizen/questionnaire.tsx'
import { kioskPreview } from '../../../pages/kiosk/shell.tsx'
import { previewOf } from '../../../survey/draft/preview.ts'
import { Problem } from '../../../survey/problem.ts'
import { makeFace } from '../../citizen/face.ts'
import type { Deps } from '../../deps.ts'
import { pageHeaders } from '../../headers.ts'
import { userOf } from '../session.ts'

interface Door {
  Params: { survey: string }
  Querystring: { lang?: unknown }
}
type Asked = FastifyRequest<Door>

const config = { right: 'surveys.edit' } as const

/** The real pages made from the draft, for the editor's frame: nothing is stored. */
export function previewRoute(office: FastifyInstance, deps: Deps) {
  const { store, assets, config: settings, interface: face } = deps
  const citizen = makeFace(deps)

  office.get<Door>('/surveys/:survey/preview', { config }, async (request, reply) => {
    const { questionnaire, frame } = await load(request, reply, 'preview')
    return questionnairePage(frame, {
      questionnaire,
      submission: 'preview',
      fields: {},
      faults: [],
    })
  })

  office.get<Door>('/surveys/:survey/notice', { config }, async (request, reply) => {
    const { questionnaire, frame } = await load(request, reply, 'notice')
    return privacyPage(frame, { questionnaire, letters: settings.mail !== undefined })
  })

  office.get<Door>('/surveys/:survey/kiosk', { config }, async (request, reply) => {
    const { survey, questionnaire } = await find(request)
    const [language] = questionnaire.languages
    reply.headers({
      ...pageHeaders("'self'", [], { framed: true }),
      'content-language': language!,
      'cache-control': 'no-store',
    })
    const { script, style } = assets.kiosk
    const words = face.words(language!)
    const { organisation } = survey
    return kioskPreview({ language: language!, words, script, style, organisation, questionnaire })
  })

  async function find(request: Asked) {
    const { organisation } = userOf(request)
    const id = request.params.survey
    const survey = await store.surveyOf(organisation, id)
    const draft = await store.draft(organisation, id)
    if (!survey || !draft) throw new Problem('unknown')
    return { survey, questionnaire: previewOf(draft.tree, id, face.languages) }
  }

  async function load(request: Asked, reply: FastifyReply, page: string) {
    const { survey, questionnaire } = await find(request)
    const shown = { ...survey, questionnaire }
    const language = citizen.languageOf(request, undefined, shown)
    citizen.framed(reply, language, shown)
    const path = `/office/surveys/${survey.id}/${page}`
    const frame = { ...citizen.frame(language, path, shown), preview: true }
    return { questionnaire, frame }
  }
}
