import type { FastifyInstance } from 'fastify'
import { thanksPage } from '../../pages/citizen/thanks.tsx'
import type { Masked } from '../../survey/mask.ts'
import { Problem } from '../../survey/problem.ts'
import { stateOf } from '../../survey/state.ts'
import type { Deps } from '../deps.ts'
import type { Face } from './face.ts'
import type { Subscribing } from './subscribe.ts'

const maskable: Masked[] = ['email', 'personal-number', 'telephone']

/** Where a sender is led; says in the address what was masked, since nothing else remembers it. */
export function thanksPath(survey: string, language: string, masked: Masked[]): string {
  const said = masked.length > 0 ? `&masked=${masked.join('+')}` : ''
  return `/s/${survey}/thanks?lang=${language}${said}`
}

export function thanksRoute(
  app: FastifyInstance,
  { store, clock }: Deps,
  face: Face,
  { isOffered }: Subscribing,
) {
  app.get<{ Params: { survey: string }; Querystring: { masked?: unknown } }>(
    '/s/:survey/thanks',
    async (request, reply) => {
      const survey = await store.issued(request.params.survey)
      if (!survey) throw new Problem('unknown')
      const language = face.languageOf(request, undefined, survey)
      const said = String(request.query.masked ?? '').split(' ')
      const masked = maskable.filter((kind) => said.includes(kind))
      const frame = face.frame(language, `/s/${survey.id}/thanks`, survey)
      face.headers(reply, language, survey)
      const open = stateOf(survey.dates, clock()) === 'open'
      const { questionnaire } = survey
      const subscribe = await isOffered(survey)
      return thanksPage(frame, { questionnaire, masked, open, subscribe })
    },
  )
}
