import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { siteGroupPage } from '../../../pages/office/sites/site-group.tsx'
import { type GroupFault, siteGroupsPage } from '../../../pages/office/sites/site-groups.tsx'
import { newId } from '../../../survey/draft/new-id.ts'
import { lengthOf, many, one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import { isSought, SITE_NAME_LONGEST } from '../../../survey/sites/register.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { forSites, sorted } from './known-sites.ts'
import { actOf, userOf } from '../session.ts'

type Asked = FastifyRequest<{ Params: { group: string } }>

/** So many sites are offered at a time. */
const OFFERED = 50

/** Groups of sites: made, named and filled. */
export function siteGroupRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store, clock } = deps

  office.get('/sites/groups', forSites, async (request, reply) => {
    const frame = await face.frame(request, reply)
    return siteGroupsPage(frame, await overview(request))
  })

  office.post('/sites/groups', forSites, async (request, reply) => {
    const { organisation } = userOf(request)
    const name = nameIn(request)
    const groups = await store.siteGroups(organisation)
    // The same form twice, or a name that is there: the group is found either way.
    const twin = groups.find((group) => group.name === name)
    const fault = faultIn(name)
    if (fault) {
      const frame = await face.frame(request, reply)
      const view = { ...(await overview(request)), given: name, fault }
      return reply.code(422).send(siteGroupsPage(frame, view))
    }
    const ids = groups.map(({ id }) => id)
    const id = twin?.id ?? newId(name, ids, 'grupp')
    await store.addSiteGroup(organisation, { id, name }, actOf(request, clock))
    return toGroup(request, reply, id)
  })

  office.get('/sites/groups/:group', forSites, async (request: Asked, reply) =>
    siteGroupPage(await face.frame(request, reply), await load(request)),
  )

  office.post('/sites/groups/:group', forSites, async (request: Asked, reply) => {
    const { organisation } = userOf(request)
    const view = await load(request)
    const name = nameIn(request)
    const others = (await store.siteGroups(organisation)).filter(({ id }) => id !== view.group.id)
    const isTaken = others.some((group) => group.name === name)
    const fault = isTaken ? 'taken' : faultIn(name)
    if (fault) {
      const frame = await face.frame(request, reply)
      return reply.code(422).send(siteGroupPage(frame, { ...view, given: name, fault }))
    }
    const renamed = { id: view.group.id, name }
    await store.renameSiteGroup(organisation, renamed, actOf(request, clock))
    return toGroup(request, reply, view.group.id, { done: 'renamed' })
  })

  office.post('/sites/groups/:group/sites', forSites, async (request: Asked, reply) => {
    const { organisation } = userOf(request)
    const { group } = request.params
    const fields = (request.body ?? {}) as Fields
    const moved = { put: many(fields, 'put'), out: many(fields, 'out') }
    const act = actOf(request, clock)
    if (!(await store.fillSiteGroup(organisation, group, moved, act))) throw new Problem('unknown')
    return toGroup(request, reply, group, { done: 'filled' })
  })

  async function overview(request: FastifyRequest) {
    const { organisation } = userOf(request)
    const counts = new Map<string, number>()
    for (const { group, retiredAt } of await store.sites(organisation)) {
      if (group && !retiredAt) counts.set(group, (counts.get(group) ?? 0) + 1)
    }
    return { groups: await store.siteGroups(organisation), counts }
  }

  async function load(request: Asked) {
    const { organisation } = userOf(request)
    const { languages } = deps.interface
    const group = (await store.siteGroups(organisation)).find(
      ({ id }) => id === request.params.group,
    )
    if (!group) throw new Problem('unknown')
    const query = request.query as Fields
    const q = one(query, 'q').slice(0, 100)
    const sites = sorted(
      (await store.sites(organisation)).filter(({ retiredAt }) => !retiredAt),
      languages[0]!,
    )
    const others = sites.filter((site) => site.group !== group.id && isSought(site, q))
    const done = ['renamed', 'filled'].find((each) => each === one(query, 'done'))
    return {
      group,
      members: sites.filter((site) => site.group === group.id),
      offered: q === '' ? [] : others.slice(0, OFFERED),
      found: q === '' ? 0 : others.length,
      q,
      ...(done && { done }),
    }
  }
}

const nameIn = (request: FastifyRequest) =>
  one((request.body ?? {}) as Fields, 'name').replaceAll(/\s+/g, ' ')

const faultIn = (name: string): GroupFault | undefined =>
  name === '' ? 'missing' : lengthOf(name) > SITE_NAME_LONGEST ? 'long' : undefined

const toGroup = (
  request: FastifyRequest,
  reply: FastifyReply,
  group: string,
  query: Record<string, string> = {},
) =>
  reply.redirect(onward(request, `/office/sites/groups/${encodeURIComponent(group)}`, query), 303)
