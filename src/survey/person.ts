export interface PersonFault {
  field: 'name' | 'email' | 'password'
  code: 'missing' | 'email' | 'short' | 'common' | 'taken'
}

export const PASSWORD_LEAST = 12

/** What is wrong with a new office person. Length over rules, as NIST SP 800-63B advises. */
export function personFaults(person: {
  name: string
  email: string
  password: string
}): PersonFault[] {
  const faults: PersonFault[] = []
  if (!person.name) faults.push({ field: 'name', code: 'missing' })
  if (!isEmail(person.email)) faults.push({ field: 'email', code: 'email' })
  const wrong = passwordFault(person.password, person.email)
  if (wrong) faults.push({ field: 'password', code: wrong })
  return faults
}

export const isEmail = (given: string) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given) && given.length <= 254

/** What is wrong with a password that someone of this address chooses. */
export function passwordFault(given: string, email: string): 'short' | 'common' | undefined {
  const password = given.normalize('NFKC')
  const name = email.split('@')[0]!
  if ([...password].length < PASSWORD_LEAST || password.length > 1000) return 'short'
  const own = name.length > 3 && password.toLowerCase().includes(name)
  return own || isCommon(password) ? 'common' : undefined
}

/** Long, and still the first that a guesser tries: few different signs, a run, or a known word. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase()
  if (new Set(lower).size < 5) return true
  if ('abcdefghijklmnopqrstuvwxyzåäö'.includes(lower) || '01234567890123456789'.includes(lower)) {
    return true
  }
  const bare = lower.replace(/[^a-zåäöæø]/g, '')
  return /^(password|losenord|lösenord|adgangskode|kodeord|qwerty(uiop)?|välkommen|velkommen|sommar|vinter|svar)+$/.test(
    bare,
  )
}
