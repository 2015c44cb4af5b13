import type { FastifyRequest } from 'fastify'
import type {
  GivenOrganisation,
  OrganisationFault,
} from '../../../pages/office/organisation/organisation.tsx'
import { accentFaults } from '../../../survey/color/accent.ts'
import { lengthOf, one } from '../../../survey/fields.ts'
import { isEmail } from '../../../survey/people/person.ts'
import type { Fields } from '../../../survey/response.ts'

export const ORGANISATION_LONGEST = 100

export function organisationIn(request: FastifyRequest): GivenOrganisation {
  const fields = (request.body ?? {}) as Fields
  const accent = one(fields, 'accent')
  return {
    name: one(fields, 'name').replaceAll(/\s+/g, ' '),
    email: one(fields, 'email'),
    phone: one(fields, 'phone'),
    accent: /^[0-9a-f]{6}$/i.test(accent) ? `#${accent}` : accent,
  }
}

export function organisationFaults(given: GivenOrganisation): OrganisationFault[] {
  const { name, email, phone, accent } = given
  const faults: OrganisationFault[] = []
  if (name === '') faults.push({ field: 'name', code: 'missing' })
  if (lengthOf(name) > ORGANISATION_LONGEST) faults.push({ field: 'name', code: 'long' })
  if (email !== '' && !isEmail(email)) faults.push({ field: 'email', code: 'email' })
  if (phone !== '' && !/^\+?[\d ()/-]{3,30}$/.test(phone)) {
    faults.push({ field: 'phone', code: 'phone' })
  }
  if (!/^#[0-9a-f]{6}$/i.test(accent)) faults.push({ field: 'accent', code: 'shape' })
  else if (accentFaults(accent).length > 0) faults.push({ field: 'accent', code: 'pale' })
  return faults
}
