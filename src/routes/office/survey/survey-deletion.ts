import type { FastifyInstance, FastifyReply } from 'fastify'
import { protocolCsv } from '../../../export/protocol.ts'
import { deletionPage } from '../../../pages/office/survey/survey-deletion.tsx'
import { Problem } from '../../../survey/problem.ts'
import type { Deps } from '../../deps.ts'
import type { OfficeFace } from '../face.ts'
import { type Asked, makeOwnSurvey } from './own-survey.ts'

const opening = { config: { right: 'surveys.open' } } as const

/** The protocol of a deletion: as a page, and as files. */
export function deletionRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const ownSurvey = makeOwnSurvey(deps, face)

  async function own(request: Asked, reply: FastifyReply) {
    const { survey, facts, frame } = await ownSurvey(request, reply)
    if (!survey.purge) throw new Problem('unknown')
    return { purge: survey.purge, facts, frame }
  }

  office.get('/surveys/:survey/deletion', opening, async (request: Asked, reply) => {
    const { frame, ...view } = await own(request, reply)
    return reply.send(deletionPage(frame, view))
  })

  office.get('/surveys/:survey/deletion.csv', opening, async (request: Asked, reply) => {
    const { purge } = await own(request, reply)
    return asFile(reply, `${purge.survey}-deletion.csv`)
      .type('text/csv; charset=utf-8')
      .send(protocolCsv(purge))
  })

  office.get('/surveys/:survey/deletion.json', opening, async (request: Asked, reply) => {
    const { purge } = await own(request, reply)
    return asFile(reply, `${purge.survey}-deletion.json`)
      .type('application/json; charset=utf-8')
      .send(`${JSON.stringify(purge, null, 2)}\n`)
  })
}

const asFile = (reply: FastifyReply, name: string) =>
  reply.header('content-disposition', `attachment; filename="${name}"`)
