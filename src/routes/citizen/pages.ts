import type { FastifyInstance } from 'fastify'
import { privacyPage } from '../../pages/citizen/privacy.tsx'
import { startPage } from '../../pages/citizen/start.tsx'
import type { IssuedSurvey } from '../../store/store.ts'
import { Problem } from '../../survey/problem.ts'
import { stateOf } from '../../survey/state.ts'
import type { Deps } from '../deps.ts'
import type { Face } from './face.ts'
import { sendPage } from './send-page.ts'

/** The pages around a questionnaire. */
export function pageRoutes(app: FastifyInstance, { store, clock, config }: Deps, face: Face) {
  app.get('/', async (request, reply) => {
    const language = face.languageOf(request)
    const all = await store.allIssued()
    const open = all.filter(({ dates }) => stateOf(dates, clock()) === 'open')
    const listed = ({ id, organisation, questionnaire }: IssuedSurvey) => {
      const { title, closes, languages } = questionnaire
      return {
        id,
        title: title[language] ?? title[languages[0]!]!,
        titleLanguage: title[language] ? language : languages[0]!,
        organisation: organisation.name,
        demo: organisation.demo,
        closes,
      }
    }
    const published = (await store.allPublished()).flatMap((id) =>
      all.filter((survey) => survey.id === id),
    )
    face.headers(reply, language)
    const frame = face.frame(language, '/')
    return sendPage(reply, startPage(frame, open.map(listed), published.map(listed)))
  })

  app.get<{ Params: { survey: string } }>('/s/:survey/privacy', async (request, reply) => {
    const survey = await store.issued(request.params.survey)
    if (!survey) throw new Problem('unknown')
    const language = face.languageOf(request, undefined, survey)
    const frame = face.frame(language, `/s/${survey.id}/privacy`, survey)
    face.headers(reply, language, survey)
    const { questionnaire } = survey
    const letters = config.mail !== undefined
    return sendPage(reply, privacyPage(frame, { questionnaire, letters }))
  })
}
