export interface PersonFault {
  field: 'name' | 'email' | 'password'
  code: 'missing' | 'email' | 'short' | 'common' | 'taken'
}

export const PASSWORD_LEAST = 12

export const isEmail = (text: string) =>
  text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)

/** What is wrong with a new office person. Length over rules, as NIST SP 800-63B advises. */
export function personFaults(person: {
  name: string
  email: string
  password: string
}): PersonFault[] {
  const faults: PersonFault[] = []
  if (!person.name) faults.push({ field: 'name', code: 'missing' })
  if (!isEmail(person.email)) {
    faults.push({ field: 'email', code: 'email' })
  }
  const password = person.password.normalize('NFKC')
  const name = person.email.split('@')[0]!
  if ([...password].length < PASSWORD_LEAST || password.length > 1000) {
    faults.push({ field: 'password', code: 'short' })
  } else if (isCommon(password) || (name.length > 3 && password.toLowerCase().includes(name))) {
    faults.push({ field: 'password', code: 'common' })
  }
  return faults
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
