import type { FastifyRequest } from 'fastify'
import type { OfficeFrame } from '../../../pages/office/frame.tsx'
import type { InviteFault } from '../../../pages/office/people/person-new.tsx'
import { isEmail, nameFault } from '../../../survey/people/person.ts'
import { many, one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import { type Access, hasSites, type Role, roles } from '../../../survey/rights.ts'
import { emailOf } from '../sign-in/sign-in.ts'

/** A form's role and sites; undefined where no role is chosen. Other people's sites are unknown. */
export function accessIn(request: FastifyRequest, known: string[]): Access | undefined {
  const fields = (request.body ?? {}) as Fields
  const role = roles.find((each) => each === one(fields, 'role'))
  const sites = sitesIn(request, known)
  return role && { role, sites: hasSites(role) ? sites : [] }
}

export function inviteIn(request: FastifyRequest, known: string[]) {
  const role: Role | undefined = accessIn(request, known)?.role
  return { name: nameIn(request), email: emailOf(request), role, sites: sitesIn(request, known) }
}

/** The language in which to write to someone; the page's where none was chosen. */
export function languageIn(request: FastifyRequest, frame: OfficeFrame): string {
  const asked = one((request.body ?? {}) as Fields, 'language')
  return frame.languages.find((language) => language === asked) ?? frame.language
}

export const nameIn = (request: FastifyRequest, field = 'name') =>
  one((request.body ?? {}) as Fields, field).replaceAll(/\s+/g, ' ')

/** What is wrong with an invitation, but for what only the store knows. */
export function inviteFaults({ name, email, role }: ReturnType<typeof inviteIn>): InviteFault[] {
  const faults: InviteFault[] = []
  const wrong = nameFault(name)
  if (wrong) faults.push({ field: 'name', code: wrong })
  if (email === '') faults.push({ field: 'email', code: 'missing' })
  else if (!isEmail(email)) faults.push({ field: 'email', code: 'email' })
  if (!role) faults.push({ field: 'role', code: 'missing' })
  return faults
}

/** The sites that are ticked in a form. */
export function sitesIn(request: FastifyRequest, known: string[]): string[] {
  const ids = new Set(known)
  const sites = many((request.body ?? {}) as Fields, 'sites')
  if (sites.some((site) => !ids.has(site))) throw new Problem('unknown')
  return sites.toSorted()
}
