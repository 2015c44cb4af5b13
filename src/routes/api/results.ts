import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { resultsCsv } from '../../export/csv.ts'
import { kinds } from '../../survey/kinds/kinds.ts'
import { licenceAddresses } from '../../survey/publication/publication.ts'
import { pickedQuestionnaire } from '../../survey/publication/published.ts'
import { type Results, resultsOf } from '../../survey/results.ts'
import { Problem } from '../../survey/problem.ts'
import { stateOf } from '../../survey/state.ts'
import type { Deps } from '../deps.ts'
import type { Allowed, Api } from './api.ts'
import { makePublished } from '../published.ts'
import { refusals } from './refusals.ts'

const option = z.object({
  id: z.string(),
  count: z.int(),
  meanRank: z.number().nullable().optional().describe('ranking: mean place, 1 is best'),
  first: z.int().optional().describe('ranking: how many put it first'),
  places: z.array(z.int()).optional().describe('ranking: how many gave it each place, 1 first'),
})

const wins = z
  .record(z.string(), z.record(z.string(), z.int()))
  .describe('ranking: wins[a][b] of those who ranked put a before b')

const question = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  n: z.int().describe('the denominator; without "don\'t know"'),
  options: z.array(option).describe('of a scale, the steps; of a number, the ranges from..to'),
  dontKnow: z.int().optional(),
  wins: wins.optional(),
})

const group = z.object({
  by: z.union([
    z.enum(['all', 'site', 'channel', 'language']),
    z.templateLiteral(['question:', z.string()]),
  ]),
  id: z
    .string()
    .describe('"all"; a site, channel, language or option; "none" (not given); "others" (merged)'),
  released: z.int(),
  questions: z.array(question),
  sites: z.array(z.string()).optional().describe('the sites merged into "others"'),
  merged: z.array(z.string()).optional().describe('what is merged into "others" of a breakdown'),
  withheld: z.array(z.string()).optional().describe('questions not shown: too few answers'),
})

const standing = z.object({
  number: z.int(),
  hash: z.string().describe('SHA-256 of the release as it is stored'),
  at: z.string(),
})

const results = z.object({
  survey: z.string(),
  questionnaire: z.int(),
  state: z.enum(['draft', 'scheduled', 'open', 'paused', 'closed']),
  responses: z.int().describe('received so far'),
  released: z.int().describe('in the numbers shown'),
  final: z.boolean().describe('the final release, after closing'),
  smallestGroup: z.int(),
  groups: z.array(group),
  release: standing.optional().describe('which final release it is'),
  licence: z.url().optional().describe('of published results'),
}) satisfies z.ZodType<Results>

const csv = {
  description: 'with a byte order mark, as spreadsheets want it',
  content: { 'text/csv': { schema: z.string() } },
}

const params = z.object({ survey: z.string().max(60) })
const schema = {
  params,
  description: 'Published results need no token, and are what was picked for the public.',
  security: [{}, { token: [] }] as Record<string, string[]>[],
  tags: ['results'],
}

type Asked = FastifyRequest<{ Params: { survey: string } }>

/** Released numbers only; the dashboard draws on the same release. */
export function resultsRoutes(api: Api, deps: Deps, allowed: Allowed) {
  const { store, clock } = deps
  const published = makePublished(deps)

  async function read(request: Asked, reply: FastifyReply): Promise<Results> {
    return request.headers.authorization === undefined
      ? readPublished(request, reply)
      : readOwn(request)
  }

  /** For anyone: what was picked. What is not public asks for a token, also where it was. */
  async function readPublished(request: Asked, reply: FastifyReply): Promise<Results> {
    const all = await published.standing(request.params.survey)
    if (all?.standing.state !== 'published') return readOwn(request)
    const { survey, standing } = all
    const { edition } = standing
    const { release } = await published.view(survey, edition, all.published)
    reply.headers(forAnyone)
    const questionnaire = pickedQuestionnaire(survey.questionnaire, edition)
    return {
      ...resultsOf(questionnaire, stateOf(survey.dates, clock()), release.released, release),
      licence: licenceAddresses[edition.licence],
    }
  }

  async function readOwn(request: Asked): Promise<Results> {
    const organisation = await allowed(request, 'read')
    const { survey: id } = request.params
    const survey = await store.surveyOf(organisation, id)
    const release = await store.release(organisation, id)
    const participation = await store.participation(organisation, id)
    if (!survey?.questionnaire || !release || !participation) throw new Problem('unknown')
    const state = stateOf(survey.dates, clock())
    return resultsOf(survey.questionnaire, state, participation.responses, release)
  }

  for (const path of ['/surveys/:survey/results', '/surveys/:survey/results.json']) {
    api.get(
      path,
      {
        schema: { ...schema, summary: 'Released numbers', response: { 200: results, ...refusals } },
      },
      (request, reply) => read(request as Asked, reply as unknown as FastifyReply),
    )
  }

  api.get(
    '/surveys/:survey/results.csv',
    {
      schema: {
        ...schema,
        summary: 'Released numbers, a row per option',
        response: { 200: csv, ...refusals },
      },
    },
    async (request, reply) => {
      const found = await read(request as Asked, reply as unknown as FastifyReply)
      reply.type('text/csv; charset=utf-8')
      reply.header('content-disposition', `attachment; filename="${found.survey}-results.csv"`)
      return reply.send(resultsCsv(found))
    },
  )
}

/** What is public may be kept for a minute, and read by pages of other sites. */
export const forAnyone = {
  'cache-control': 'public, max-age=60',
  vary: 'Authorization, Accept-Encoding',
  'access-control-allow-origin': '*',
}
