import type { FastifyInstance } from 'fastify'
import { sitesCsv } from '../../../export/sites.ts'
import { sitesPage } from '../../../pages/office/sites/sites.tsx'
import { one } from '../../../survey/fields.ts'
import type { Fields } from '../../../survey/response.ts'
import { isSought, type RegisteredSite } from '../../../survey/sites/register.ts'
import type { Deps } from '../../deps.ts'
import type { OfficeFace } from '../face.ts'
import { forSites, sorted } from './known-sites.ts'
import { userOf } from '../session.ts'
import { siteGroupRoutes } from './site-groups.ts'
import { siteImportRoutes } from './site-import.ts'
import { siteRoutes } from './site.ts'

/** So many sites are on a page. */
const PAGE = 50

/** The register of an organisation's sites. */
export async function sitesRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store } = deps
  siteRoutes(office, deps, face)
  siteGroupRoutes(office, deps, face)
  await office.register(async (files) => siteImportRoutes(files, deps, face))

  office.get('/sites', forSites, async (request, reply) => {
    const { organisation } = userOf(request)
    const frame = await face.frame(request, reply)
    const query = request.query as Fields
    const asked = {
      q: one(query, 'q').slice(0, 100),
      group: one(query, 'group'),
      state: one(query, 'state') === 'retired' ? 'retired' : '',
    }
    const all = await store.sites(organisation)
    const found = sorted(
      all.filter((site) => isAsked(site, asked)),
      frame.language,
    )
    const pages = Math.max(1, Math.ceil(found.length / PAGE))
    const page = Math.min(Math.max(1, Math.trunc(Number(one(query, 'page'))) || 1), pages)
    return sitesPage(frame, {
      sites: found.slice((page - 1) * PAGE, page * PAGE),
      groups: await store.siteGroups(organisation),
      asked,
      found: found.length,
      used: all.filter(({ retiredAt }) => !retiredAt).length,
      retired: all.filter(({ retiredAt }) => retiredAt).length,
      page,
      pages,
    })
  })

  office.get('/sites.csv', forSites, async (request, reply) => {
    const { organisation } = userOf(request)
    const sites = (await store.sites(organisation)).filter(({ retiredAt }) => !retiredAt)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="svar-sites.csv"')
      .header('cache-control', 'no-store')
      .send(sitesCsv(sites, await store.siteGroups(organisation)))
  })
}

const isAsked = (site: RegisteredSite, asked: { q: string; group: string; state: string }) =>
  (site.retiredAt !== undefined) === (asked.state === 'retired') &&
  (asked.group === '' || site.group === asked.group) &&
  isSought(site, asked.q)
