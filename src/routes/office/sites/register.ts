import type { FastifyInstance } from 'fastify'
import type { Offer } from '../../../survey/draft/editor-data.ts'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import { isSought, siteFor } from '../../../survey/sites/register.ts'
import type { Deps } from '../../deps.ts'
import { userOf } from '../session.ts'

/** So many sites are offered at a time. */
const OFFERED = 20

/** What the editor finds in the register, named in the draft's languages: sites, and whole groups. */
export function registerRoute(office: FastifyInstance, { store }: Deps) {
  office.get<{ Params: { survey: string } }>(
    '/surveys/:survey/register',
    { config: { right: 'surveys.edit' } },
    async (request, reply): Promise<Offer> => {
      const { organisation } = userOf(request)
      const survey = await store.surveyOf(organisation, request.params.survey)
      if (!survey) throw new Problem('unknown')
      const { languages } = survey.draft
      const q = one(request.query as Fields, 'q').slice(0, 100)
      const used = (await store.sites(organisation)).filter(({ retiredAt }) => !retiredAt)
      const found = used.filter((site) => isSought(site, q))
      const groups = (await store.siteGroups(organisation))
        .filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()))
        .map(({ id, name }) => ({
          id,
          name,
          sites: used.filter(({ group }) => group === id).map((site) => siteFor(site, languages)),
        }))
      reply.header('cache-control', 'no-store')
      return {
        sites: found.slice(0, OFFERED).map((site) => siteFor(site, languages)),
        found: found.length,
        groups: groups.filter(({ sites }) => sites.length > 0).slice(0, OFFERED),
      }
    },
  )
}
