import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { siteDoings, type SiteDone, sitePage } from '../../../pages/office/sites/site.tsx'
import { localDate } from '../../../survey/calendar.ts'
import { newId } from '../../../survey/draft/new-id.ts'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { forSites, zoneOf } from './known-sites.ts'
import { actOf, userOf } from '../session.ts'
import { siteFaults, siteIn, wordsOf } from './site-fields.ts'

type Asked = FastifyRequest<{ Params: { site: string } }>

/** One site of the register: added, described, retired. */
export function siteRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store, clock } = deps

  office.get('/sites/new', forSites, async (request, reply) => {
    const view = await load(request, reply)
    return sitePage(view.frame, { ...view, given: siteIn({}, deps.interface.languages) })
  })

  office.post('/sites/new', forSites, async (request, reply) => {
    const { organisation } = userOf(request)
    const view = await load(request, reply)
    const given = siteIn((request.body ?? {}) as Fields, deps.interface.languages)
    const known = await store.sites(organisation)
    const faults = siteFaults(given, view, { isNew: true })
    const again = () => reply.code(422).send(sitePage(view.frame, { ...view, given, faults }))
    if (faults.length > 0) return again()
    const ids = known.map(({ id }) => id)
    const id = given.id || newId(given.name, ids, 'plats')
    const twin = known.find((site) => (given.id ? site.id === given.id : site.name === given.name))
    // The same form twice: the first has added it already.
    if (twin?.name === given.name) return toSite(request, reply, twin.id, 'added')
    if (twin) {
      faults.push({ field: 'id', code: 'taken' })
      return again()
    }
    await store.addSite(organisation, id, wordsOf(given), actOf(request, clock))
    return toSite(request, reply, id, 'added')
  })

  office.get('/sites/site/:site', forSites, async (request: Asked, reply) => {
    const view = await load(request, reply)
    const site = await ownSite(request)
    const asked = one(request.query as Fields, 'done')
    const done = siteDoings.find((one) => one === asked)
    return sitePage(view.frame, { ...view, site, done })
  })

  office.post('/sites/site/:site', forSites, async (request: Asked, reply) => {
    const view = await load(request, reply)
    const site = await ownSite(request)
    const { organisation } = userOf(request)
    const given = siteIn((request.body ?? {}) as Fields, deps.interface.languages)
    const faults = siteFaults(given, view, { isNew: false })
    if (faults.length > 0) {
      return reply.code(422).send(sitePage(view.frame, { ...view, site, given, faults }))
    }
    // Languages that the form does not show keep their names.
    const others = Object.entries(site.names).filter(
      ([language]) => !deps.interface.languages.includes(language),
    )
    const words = wordsOf(given)
    const names = { ...Object.fromEntries(others), ...words.names }
    const act = actOf(request, clock)
    await store.changeSite(organisation, site.id, { ...words, names }, act)
    return toSite(request, reply, site.id, 'changed')
  })

  for (const [path, verb, done] of [
    ['retirement', store.retireSite, 'retired'],
    ['restoration', store.restoreSite, 'restored'],
  ] as const) {
    office.post(`/sites/site/:site/${path}`, forSites, async (request: Asked, reply) => {
      const { organisation } = userOf(request)
      const { site } = request.params
      if (!(await verb(organisation, site, actOf(request, clock)))) throw new Problem('unknown')
      return toSite(request, reply, site, done)
    })
  }

  async function load(request: FastifyRequest, reply: FastifyReply) {
    const { organisation } = userOf(request)
    return {
      frame: await face.frame(request, reply),
      groups: await store.siteGroups(organisation),
      languages: deps.interface.languages,
      today: localDate(clock(), await zoneOf(store, organisation)),
    }
  }

  async function ownSite(request: Asked) {
    const sites = await store.sites(userOf(request).organisation)
    const site = sites.find(({ id }) => id === request.params.site)
    if (!site) throw new Problem('unknown')
    return site
  }
}

const toSite = (request: FastifyRequest, reply: FastifyReply, site: string, done: SiteDone) =>
  reply.redirect(onward(request, `/office/sites/site/${encodeURIComponent(site)}`, { done }), 303)
