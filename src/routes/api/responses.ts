import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isDate } from '../../survey/calendar.ts'
import type { KnownDevice } from '../../survey/tablets/device.ts'
import { takenFrom, takenOpen } from '../../survey/tablets/grace.ts'
import { Problem } from '../../survey/problem.ts'
import { channels, idPattern } from '../../survey/response.ts'
import type { IssuedSurvey } from '../../store/store.ts'
import { bearerOf } from '../bearer.ts'
import type { Deps } from '../deps.ts'
import {
  answers,
  type Dating,
  faultsOf,
  idOf,
  keepSending,
  type Outcome,
  refused,
  refusedIds,
} from '../sending.ts'
import type { Allowed, Api } from './api.ts'
import { sendingRefusals } from './refusals.ts'

const MOST = 500

const sent = z.object({
  id: z.string().regex(idPattern).describe('made by the sender; the same id is one response'),
  questionnaire: z.int().describe('the number that was answered'),
  language: z.string(),
  site: z.string().max(40).nullish(),
  channel: z.enum(channels).default('import').describe("a tablet's is always kiosk"),
  answeredOn: z.string().refine(isDate, 'must be a date').describe("local date, survey's zone"),
  answers,
})

const outcome = z.object({
  id: z.string().describe("the item's, or '' where it has none"),
  outcome: z.enum(['kept', 'already', 'refused']),
  reason: z.string().optional(),
}) satisfies z.ZodType<Outcome>

/** Responses of another system or of paper forms, one or many; each gets its own outcome. */
export function responsesRoute(api: Api, deps: Deps, allowed: Allowed) {
  const { store, live } = deps
  api.post(
    '/surveys/:survey/responses',
    {
      bodyLimit: 4 * 1024 * 1024,
      // The token comes first: nobody else's megabytes are read.
      onRequest: async (request) => void (await senderOf(request)),
      config: { rateLimit: { max: deps.config.sendsPerMinute } },
      schema: {
        summary: 'Responses in',
        tags: ['responses'],
        security: [{ token: [] }],
        params: z.object({ survey: z.string().max(60) }),
        body: z.union([z.array(z.unknown()).min(1).max(MOST), z.record(z.string(), z.unknown())]),
        response: { 200: z.object({ results: z.array(outcome) }), ...sendingRefusals },
      },
    },
    async (request) => {
      const { organisation, device } = await senderOf(request as FastifyRequest)
      const { survey: id } = request.params
      const own = await store.surveyOf(organisation, id)
      const survey = own && (await store.issued(id))
      if (!survey) throw new Problem('unknown')
      const all = Array.isArray(request.body) ? request.body : [request.body]
      const results = await Promise.all(all.map((item) => keep(survey, item, device)))
      if (results.some((result) => result.outcome === 'kept')) live.announce(id)
      if (device) await store.countRefused(device.id, refusedIds(results))
      return { results }
    },
  )

  /** Another system, or a tablet. */
  async function senderOf(
    request: FastifyRequest,
  ): Promise<{ organisation: string; device?: KnownDevice }> {
    const token = bearerOf(request)
    const device = token && (await store.device(token))
    if (device) return { organisation: device.organisation, device }
    return { organisation: await allowed(request, 'import') }
  }

  async function keep(survey: IssuedSurvey, given: unknown, device?: KnownDevice) {
    const read = sent.safeParse(given)
    if (!read.success) return refused(idOf(given), faultsOf(read.error))
    const sending = { ...read.data, site: read.data.site ?? '' }
    if (!device) return keepSending(deps, survey, sending, takenOpen)
    const dating: Dating = (...asked) => takenFrom(device, ...asked)
    return keepSending(deps, survey, { ...sending, channel: 'kiosk' }, dating)
  }
}
