import type { FastifyInstance } from 'fastify'
import { questionnairePage } from '../../pages/citizen/questionnaire.tsx'
import { previewOf } from '../../survey/draft/preview.ts'
import { Problem } from '../../survey/problem.ts'
import { makeFace } from '../citizen/face.ts'
import type { Deps } from '../deps.ts'
import { userOf } from './session.ts'

type Asked = { Params: { survey: string }; Querystring: { lang?: unknown } }

/** The real questionnaire page made from the draft, for the editor's frame: nothing is stored. */
export function previewRoute(office: FastifyInstance, deps: Deps) {
  const { store } = deps
  const face = makeFace(deps)

  office.get<Asked>(
    '/surveys/:survey/preview',
    { config: { right: 'surveys.edit' } },
    async (request, reply) => {
      const { organisation } = userOf(request)
      const id = request.params.survey
      const survey = await store.surveyOf(organisation, id)
      const draft = await store.draft(organisation, id)
      if (!survey || !draft) throw new Problem('unknown')
      const questionnaire = previewOf(draft.tree, id, deps.interface.languages)
      const shown = { ...survey, questionnaire }
      const language = face.languageOf(request, undefined, shown)
      face.framed(reply, language, shown)
      const path = `/office/surveys/${id}/preview`
      return questionnairePage(
        { ...face.frame(language, path, shown), preview: true },
        { questionnaire, submission: 'preview', fields: {}, faults: [] },
      )
    },
  )
}
