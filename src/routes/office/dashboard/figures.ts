import type { FastifyInstance, FastifyReply } from 'fastify'
import { daysSheet } from '../../../pages/office/dashboard/days-sheet.tsx'
import { sitesSheet, wholeSheet } from '../../../pages/office/figures/question-sheets.ts'
import { themesSheet } from '../../../pages/office/figures/themes-chart.ts'
import { Problem } from '../../../survey/problem.ts'
import { pageHeaders } from '../../headers.ts'
import type { AskedNumbers, OwnNumbers } from './dashboard.ts'

const config = { config: { right: 'numbers' } } as const

/** Figures as pictures, drawn from what the page shows to the same reader. */
export function figureRoutes(office: FastifyInstance, ownNumbers: OwnNumbers) {
  office.get<{ Params: { survey: string } }>(
    '/surveys/:survey/days.svg',
    config,
    async (request, reply) => {
      const { frame, view } = await ownNumbers(request, reply)
      return picture(reply, `${view.questionnaire.id}-days`, daysSheet(frame, view))
    },
  )

  for (const [name, draw] of [
    ['figure', wholeSheet],
    ['sites', sitesSheet],
    ['themes', themesSheet],
  ] as const) {
    office.get<{ Params: { survey: string; question: string } }>(
      `/surveys/:survey/questions/:question/${name}.svg`,
      config,
      async (request, reply) => {
        const { frame, view } = await ownNumbers(request as AskedNumbers, reply, {
          themes: name === 'themes',
        })
        const { question } = request.params
        const sheet = draw(frame, view, question)
        if (sheet === undefined) throw new Problem('unknown')
        return picture(reply, `${view.questionnaire.id}-${question}-${name}`, sheet)
      },
    )
  }
}

const headers = {
  ...pageHeaders("'none'"),
  'content-type': 'image/svg+xml; charset=utf-8',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
}

const picture = (reply: FastifyReply, name: string, svg: string) =>
  reply
    .headers({ ...headers, 'content-disposition': `attachment; filename="${name}.svg"` })
    .send(svg)
