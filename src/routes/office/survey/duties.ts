import type { FastifyInstance } from 'fastify'
import { styleSource } from '../../../assets.ts'
import { assessmentOf } from '../../../pages/office/duties/assessment.ts'
import { dutiesPage, type PaperName } from '../../../pages/office/duties/duties.tsx'
import { paperPage, paperStyle } from '../../../pages/office/duties/paper-page.tsx'
import { recordOf } from '../../../pages/office/duties/record.ts'
import type { DutySource } from '../../../pages/office/duties/source.ts'
import { previewOf } from '../../../survey/draft/preview.ts'
import type { Deps } from '../../deps.ts'
import { pageHeaders } from '../../headers.ts'
import type { OfficeFace } from '../face.ts'
import { attachment } from '../file-name.ts'
import { type Asked, makeOwnSurvey } from './own-survey.ts'

const editing = { config: { right: 'surveys.edit' } } as const

/** Papers that the law asks for, made from what the survey declares (decision 0029). */
export function dutyRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { config, interface: said } = deps
  const ownSurvey = makeOwnSurvey(deps, face)

  office.get('/surveys/:survey/duties', editing, async (request: Asked, reply) => {
    const { frame, facts } = await ownSurvey(request, reply)
    return reply.send(dutiesPage(frame, { facts }))
  })

  paperRoute('record', recordOf)
  paperRoute('assessment', assessmentOf)

  function paperRoute(
    name: PaperName,
    paperOf: (source: DutySource) => ReturnType<typeof recordOf>,
  ) {
    office.get(`/surveys/:survey/duties/${name}.html`, editing, async (request: Asked, reply) => {
      const { frame, facts, survey, draft, id } = await ownSurvey(request, reply)
      const { language, words } = frame
      const paper = paperOf({
        language,
        words,
        organisation: survey.organisation,
        questionnaire: survey.questionnaire ?? previewOf(draft.tree, id, said.languages),
        today: facts.today,
        letters: config.mail !== undefined,
      })
      return reply
        .headers(pageHeaders(styleSource(paperStyle)))
        .header('content-disposition', attachment(`${id}-${name}`, `${paper.title} ${id}`, 'html'))
        .send(paperPage(paper, language, words))
    })
  }
}
