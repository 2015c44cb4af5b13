import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { reportPdf } from '../../../export/report/pdf.ts'
import { everything } from '../../../pages/office/dashboard/chosen.ts'
import { reportReader } from '../../../pages/office/reader.ts'
import { reportOf } from '../../../pages/office/report/report.ts'
import { accentPair } from '../../../survey/color/accent.ts'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import type { OwnNumbers } from './dashboard.ts'
import { pdfLogo } from '../survey/pdf-logo.ts'

/** All that a reader may see of a survey, as a document; what they looked at last is no part of it. */
export function reportRoutes(office: FastifyInstance, { store }: Deps, ownNumbers: OwnNumbers) {
  office.get<{ Params: { survey: string } }>(
    '/surveys/:survey/report.pdf',
    { config: { right: 'numbers' } },
    async (request, reply) => {
      const { frame, view } = await ownNumbers(request, reply)
      const { questionnaire, chosen } = view
      const reader = reportReader(frame, questionnaire, one(request.query as Fields, 'lang'))
      const whole = { ...everything, weighted: chosen?.weighted === true }
      const report = reportOf({ frame, reader, view: { ...view, chosen: whole } })
      const { organisation } = frame
      if (!organisation) throw new Problem('unknown')
      const logo = await pdfLogo(store, organisation)
      const { light } = accentPair(organisation.accent)
      const look = { accent: light, ...(logo && { logo }) }
      const name = `${questionnaire.id}-${reader.lang ?? reader.language}.pdf`
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Readable.from(reportPdf(report, look)))
    },
  )
}
