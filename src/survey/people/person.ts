import { isCommon } from './common-passwords.ts'
import { lengthOf } from '../fields.ts'

export interface PersonFault {
  field: 'name' | 'email' | 'password'
  code: 'missing' | 'long' | 'email' | 'short' | 'common'
}

export const PASSWORD_LEAST = 12
export const NAME_LONGEST = 100
export const PASSWORD_LONGEST = 1000

/** What is wrong with a new office person. Length over rules, as NIST SP 800-63B advises. */
export function personFaults(
  person: { name: string; email: string; password: string },
  organisation = '',
): PersonFault[] {
  const faults: PersonFault[] = []
  const wrongName = nameFault(person.name)
  if (wrongName) faults.push({ field: 'name', code: wrongName })
  if (!isEmail(person.email)) faults.push({ field: 'email', code: 'email' })
  const wrong = passwordFault(person.password, person.email, person.name, organisation)
  if (wrong) faults.push({ field: 'password', code: wrong })
  return faults
}

export const nameFault = (name: string): 'missing' | 'long' | undefined =>
  name === '' ? 'missing' : lengthOf(name) > NAME_LONGEST ? 'long' : undefined

// Without what would end an address in a letter's head.
export const isEmail = (given: string) =>
  /^[^\s@<>()[\],;:\\"\p{Cc}]+@[^\s@<>()[\],;:\\"\p{Cc}]+\.[^\s@<>()[\],;:\\"\p{Cc}]+$/u.test(
    given,
  ) && given.length <= 254

/**
 * What is wrong with a password. `own` is what anybody knows of who chooses it: address, name,
 * organisation.
 */
export function passwordFault(
  given: string,
  ...own: string[]
): 'short' | 'long' | 'common' | undefined {
  const password = given.normalize('NFKC')
  if (lengthOf(password) < PASSWORD_LEAST) return 'short'
  if (password.length > PASSWORD_LONGEST) return 'long'
  const [local = ''] = own.flatMap((text) => /^([^@\s]{4,})@/.exec(text)?.[1] ?? [])
  const named = local !== '' && password.toLowerCase().includes(local)
  return named || isCommon(password, own.flatMap(partsOf)) ? 'common' : undefined
}

const partsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= 3 && part.length <= 40)
