import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LARGEST_LOGO, readLogo } from '../../../logo.ts'
import {
  type OrganisationDone,
  organisationDoings,
  organisationPage,
  type OrganisationView,
} from '../../../pages/office/organisation/organisation.tsx'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { organisationFaults, organisationIn } from './organisation-fields.ts'
import { actOf, userOf } from '../session.ts'
import { takeUploads, uploadIn } from '../upload.ts'

const forOrganisation = { config: { right: 'organisation' } } as const

/** Who asks, as citizens see it: name, contact, colour and logo. */
export function organisationRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store, clock } = deps
  takeUploads(office)

  office.get('/organisation', forOrganisation, async (request, reply) => {
    const query = request.query as Fields
    const done = organisationDoings.find((each) => each === one(query, 'done'))
    const left = one(query, 'left')
      .split(' ')
      .filter((part) => /^[\w:-]{1,30}$/.test(part))
      .slice(0, 10)
    return show(request, reply, { ...(done && { done }), left })
  })

  office.post('/organisation', forOrganisation, async (request, reply) => {
    const given = organisationIn(request)
    const faults = organisationFaults(given)
    const isPreview = one((request.body ?? {}) as Fields, 'preview') !== ''
    if (faults.length > 0) return show(request, reply.code(422), { given, faults })
    if (isPreview) return show(request, reply, { given })
    const { name, accent, email, phone } = given
    const organisation = {
      ...(await ownOf(request)),
      name,
      accent: accent.toLowerCase(),
      email,
      phone,
    }
    const { email: _, phone: __, ...rest } = organisation
    const saved = { ...rest, ...(email && { email }), ...(phone && { phone }) }
    await store.saveOrganisation(saved, actOf(request, clock))
    return back(request, reply, 'saved')
  })

  const bodyLimit = 2 * LARGEST_LOGO
  office.post('/organisation/logo', { ...forOrganisation, bodyLimit }, async (request, reply) => {
    const { organisation } = userOf(request)
    const found = uploadIn(request.body)
    const read = found ? readLogo(found.bytes, organisation) : { fault: 'empty' as const }
    if ('fault' in read) {
      const faults = [{ field: 'file', code: read.fault } as const]
      return show(request, reply.code(422), { faults })
    }
    const { left, ...logo } = read
    await store.saveLogo(organisation, logo, actOf(request, clock))
    return back(request, reply, 'logo', left)
  })

  office.post('/organisation/logo/removal', forOrganisation, async (request, reply) => {
    await store.saveLogo(userOf(request).organisation, undefined, actOf(request, clock))
    return back(request, reply, 'logoRemoved')
  })

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    more: Partial<OrganisationView>,
  ) {
    const frame = await face.frame(request, reply)
    const organisation = await ownOf(request)
    return reply.send(organisationPage(frame, { organisation, ...more }))
  }

  async function ownOf(request: FastifyRequest) {
    const { organisation: id } = userOf(request)
    const organisation = (await store.organisations()).find((one) => one.id === id)
    if (!organisation) throw new Problem('unknown')
    return organisation
  }
}

/** What was left out of a drawing is named once, on the page that follows. */
const back = (
  request: FastifyRequest,
  reply: FastifyReply,
  done: OrganisationDone,
  left: string[] = [],
) => {
  const query = { done, left: left.join(' ').slice(0, 200) }
  return reply.redirect(onward(request, '/office/organisation', query), 303)
}
