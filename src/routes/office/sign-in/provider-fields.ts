import type { FastifyRequest } from 'fastify'
import type {
  ProviderForm,
  ProviderFormFault,
} from '../../../pages/office/organisation/provider-form.tsx'
import { isAskable } from '../../../sign-in/outbound.ts'
import { many, one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import { hasSites, roles } from '../../../survey/rights.ts'
import { seekingIn } from '../sites/seeking.ts'
import type { Mapped, Provider } from '../../../survey/people/sign-in.ts'

/** More lines than any organisation has roles and places. */
const LINES = 100
const LONGEST = 300

/** The form as it was sent. Other people's sites are unknown. */
export function providerIn(
  request: FastifyRequest,
  known: string[],
): ProviderForm & { isSeeking: boolean } {
  const ids = new Set(known)
  const fields = (request.body ?? {}) as Fields
  const text = (name: string) => one(fields, name).slice(0, LONGEST)
  const lines = Array.from({ length: LINES }, (_, index) => {
    const role = roles.find((each) => each === one(fields, `role-${index}`))
    const sites = many(fields, `sites-${index}`)
    if (sites.some((site) => !ids.has(site))) throw new Problem('unknown')
    const seeking = seekingIn(request, `sites-${index}`)
    return { value: text(`value-${index}`), role, sites: sites.toSorted(), ...seeking }
  })
  return {
    issuer: text('issuer').replace(/\/\.well-known\/openid-configuration$/, ''),
    clientId: text('client-id'),
    clientSecret: text('client-secret'),
    claim: text('claim'),
    passwords: one(fields, 'passwords') !== 'no',
    lines: lines.filter(({ value, role, isSeeking }) => value !== '' || role || isSeeking),
    isSeeking: lines.some(({ isSeeking }) => isSeeking),
  }
}

/** What is wrong with it, but for what only the store knows. */
export function providerFaults(
  given: ProviderForm,
  before: Provider | undefined,
  onLoopback: boolean,
): ProviderFormFault[] {
  const { issuer, clientId, clientSecret, claim, lines, passwords } = given
  const faults: ProviderFormFault[] = []
  if (issuer === '') faults.push({ field: 'issuer', code: 'missing' })
  else if (!isIssuer(issuer, onLoopback)) faults.push({ field: 'issuer', code: 'address' })
  if (clientId === '') faults.push({ field: 'client-id', code: 'missing' })
  // The kept secret goes to nobody but whom it was given for.
  const other = before?.issuer !== issuer || before.clientId !== clientId
  if (before?.secret !== undefined && other && clientSecret === '') {
    faults.push({ field: 'client-secret', code: 'again' })
  }
  if (claim === '') faults.push({ field: 'claim', code: 'missing' })
  if (lines.length === 0) faults.push({ field: 'value-0', code: 'missing' })
  for (const [index, { value, role }] of lines.entries()) {
    if (value === '' || !role) faults.push({ field: `value-${index}`, code: 'half' })
  }
  if (!passwords && !lines.some(({ role }) => role === 'administrator')) {
    faults.push({ field: 'passwords', code: 'noAdministrator' })
  }
  return faults
}

/** The lines of a form without faults. */
export const mappingOf = ({ lines }: ProviderForm): Mapped[] =>
  lines.flatMap(({ value, role, sites }) =>
    role ? [{ value, role, sites: hasSites(role) ? sites : [] }] : [],
  )

function isIssuer(issuer: string, onLoopback: boolean): boolean {
  const url = URL.parse(issuer)
  const bare = url?.search === '' && url.hash === '' && !issuer.includes('/.well-known/')
  return bare && isAskable(issuer, onLoopback)
}
