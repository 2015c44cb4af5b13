import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { addDays, isDate, localDate } from '../../survey/calendar.ts'
import { countsOf } from '../../survey/counts.ts'
import { Problem } from '../../survey/problem.ts'
import { receive, textFields } from '../../survey/receive.ts'
import { channels, idPattern } from '../../survey/response.ts'
import { stateOf } from '../../survey/state.ts'
import type { IssuedSurvey } from '../../store/store.ts'
import type { Deps } from '../deps.ts'
import type { Allowed, Api } from './api.ts'
import { sendingRefusals } from './refusals.ts'

const MOST = 500

const sent = z.object({
  id: z.string().regex(idPattern).describe('made by the sender; the same id is one response'),
  questionnaire: z.int().describe('the number that was answered'),
  language: z.string(),
  site: z.string().max(40).nullish(),
  channel: z.enum(channels).default('import'),
  answeredOn: z.string().refine(isDate, 'must be a date').describe("local date, survey's zone"),
  answers: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).max(60)]))
    .describe('by question id: option id, several, a step, a text, or a ranking in order'),
})

const outcome = z.object({
  id: z.string().describe("the item's, or '' where it has none"),
  outcome: z.enum(['kept', 'already', 'refused']),
  reason: z.string().optional(),
})
type Outcome = z.infer<typeof outcome>

/** Responses of another system or of paper forms, one or many; each gets its own outcome. */
export function responsesRoute(api: Api, deps: Deps, allowed: Allowed) {
  const { store, live } = deps
  api.post(
    '/surveys/:survey/responses',
    {
      bodyLimit: 4 * 1024 * 1024,
      // The token comes first: nobody else's megabytes are read.
      onRequest: async (request) => void (await allowed(request, 'import')),
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
      const organisation = await allowed(request as FastifyRequest, 'import')
      const { survey: id } = request.params
      const own = await store.surveyOf(organisation, id)
      const survey = own && (await store.issued(id))
      if (!survey) throw new Problem('unknown')
      const all = Array.isArray(request.body) ? request.body : [request.body]
      const results = await Promise.all(all.map((item) => keep(survey, item)))
      if (results.some((result) => result.outcome === 'kept')) live.announce(id)
      return { results }
    },
  )

  async function keep(survey: IssuedSurvey, given: unknown): Promise<Outcome> {
    const read = sent.safeParse(given)
    const id = read.data?.id ?? idOf(given)
    const refused = (reason: string): Outcome => ({ id, outcome: 'refused', reason })
    if (!read.success) {
      return refused(
        read.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; '),
      )
    }
    const item = read.data
    const questionnaire = await store.questionnaire(survey.id, item.questionnaire)
    if (!questionnaire) return refused('questionnaire unknown')
    if (!questionnaire.languages.includes(item.language)) return refused('language unknown')
    const questions = questionnaire.questions
    const names = new Set(questions.flatMap((question) => [question.id, ...textFields(question)]))
    const stray = Object.keys(item.answers).filter((name) => !names.has(name))
    if (stray.length > 0) return refused(`no such question: ${stray.join(', ')}`)
    const late = dateFault(survey, item.answeredOn, deps.clock())
    if (late)
      return (await store.isKept(survey.id, id)) ? { id, outcome: 'already' } : refused(late)
    const fields = { ...item.answers, submission: id, site: item.site ?? '' }
    const { channel, language, answeredOn: date } = item
    const received = receive(questionnaire, fields, { channel, language, date })
    if ('faults' in received) {
      return refused(received.faults.map(({ field, code }) => `${field}: ${code}`).join(', '))
    }
    const { response } = received
    const counts = countsOf(questionnaire, response)
    const { smallestGroup } = survey.questionnaire
    const kept = await store.keep({ response, counts, smallestGroup })
    return kept === 'closed' ? refused('closed') : { id, outcome: kept }
  }
}

function idOf(given: unknown): string {
  const { id } = (given ?? {}) as { id?: unknown }
  return typeof id === 'string' ? id.slice(0, 64) : ''
}

/** Without an opening date, answers may be this many days old. */
const OLDEST = 366

/** Answers are taken while the survey is open, for days on which it was. */
function dateFault(survey: IssuedSurvey, date: string, now: number): string | undefined {
  const state = stateOf(survey.dates, now)
  if (state !== 'open') return state === 'closed' ? 'closed' : 'not yet open'
  const today = localDate(now, survey.dates.timeZone)
  const opens = survey.dates.opens ?? addDays(today, -OLDEST)
  if (date < opens) return 'answered before the survey opened'
  return date > today ? 'answered in the future' : undefined
}
