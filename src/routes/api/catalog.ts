import { z } from 'zod'
import { describedResults } from '../../export/catalog.ts'
import type { Deps } from '../deps.ts'
import { makePublished } from '../published.ts'
import type { Api } from './api.ts'
import { refusals } from './refusals.ts'
import { forAnyone } from './results.ts'

const catalog = {
  description: 'JSON-LD with a dcat:Catalog, its datasets and their distributions',
  content: { 'application/ld+json': { schema: z.string() } },
}

/** All published results for portals of open data, as DCAT-AP wants them. */
export function catalogRoute(api: Api, deps: Deps) {
  const published = makePublished(deps)
  api.get(
    '/catalog.jsonld',
    {
      schema: {
        summary: 'Published results as a catalogue (DCAT-AP)',
        tags: ['results'],
        response: { 200: catalog, 503: refusals[503] },
      },
    },
    async (_request, reply) => {
      const described = (await published.all()).map(({ survey, standing }) => {
        const { edition, first, last } = standing
        return { survey, edition, first: first.at, last: last.at }
      })
      reply.headers(forAnyone).type('application/ld+json')
      return reply.send(JSON.stringify(describedResults(published.address, described)))
    },
  )
}
