import type { FastifyInstance, FastifyRequest } from 'fastify'
import { thanksPage } from '../../pages/citizen/thanks.tsx'
import { one } from '../../survey/fields.ts'
import type { Masked } from '../../survey/mask.ts'
import { Problem } from '../../survey/problem.ts'
import { readReceipt } from '../../survey/receipt.ts'
import type { Fields } from '../../survey/response.ts'
import { stateOf } from '../../survey/state.ts'
import type { IssuedSurvey } from '../../store/store.ts'
import type { Deps } from '../deps.ts'
import { originOf } from '../origin.ts'
import type { Face } from './face.ts'
import { sendPage } from './send-page.ts'
import type { Subscribing } from './subscribe.ts'
import { makeTickets } from './tickets.ts'

const maskable: Masked[] = ['email', 'personal-number', 'telephone']

export type Thanking = ReturnType<typeof thanksRoute>

/** The thanks. The receipt is shown to whoever is led here from their own sending, once. */
export function thanksRoute(
  app: FastifyInstance,
  deps: Deps,
  face: Face,
  { isOffered }: Subscribing,
) {
  const { store, clock, assets } = deps
  const tickets = makeTickets(clock)

  app.get<{ Params: { survey: string } }>('/s/:survey/thanks', async (request, reply) => {
    const survey = await store.issued(request.params.survey)
    if (!survey) throw new Problem('unknown')
    const { id, questionnaire } = survey
    const language = face.languageOf(request, undefined, survey)
    const query = request.query as Fields
    const said = one(query, 'masked').split(' ')
    const masked = maskable.filter((kind) => said.includes(kind))
    const receipt = receiptFor(request, survey)
    const path = pathOf(id, masked, receipt)
    face.headers(reply, language, survey).header('cache-control', 'no-store')
    const open = stateOf(survey.dates, clock()) === 'open'
    const subscribe = await isOffered(survey)
    const page = thanksPage(face.frame(language, path, survey), {
      questionnaire,
      masked,
      open,
      subscribe,
      ...(receipt && {
        receipt: { code: receipt, origin: originOf(request, deps), script: assets.receiptScript },
      }),
    })
    return sendPage(reply, page)
  })

  function receiptFor(request: FastifyRequest, { id }: IssuedSurvey): string | undefined {
    // The script that sends follows to the thanks before the browser does.
    if (request.method === 'HEAD' || request.headers['x-requested-with'] === 'script') return
    return tickets.take(id, one(request.query as Fields, 'ticket'))
  }

  /** Says in the address what was masked, since nothing else remembers it. */
  function pathOf(survey: string, masked: Masked[], receipt: string | undefined): string {
    const said = [
      ...(masked.length > 0 ? [`masked=${masked.join('+')}`] : []),
      ...(receipt ? [`ticket=${tickets.issue(survey, receipt)}`] : []),
    ]
    return [`/s/${survey}/thanks`, ...(said.length > 0 ? [said.join('&')] : [])].join('?')
  }

  return {
    /** Where the sender of an id is led. */
    pathFor(survey: string, language: string, masked: Masked[], id: string): string {
      const [path, said] = pathOf(survey, masked, readReceipt(id)).split('?')
      return `${path}?lang=${language}${said ? `&${said}` : ''}`
    },
  }
}
