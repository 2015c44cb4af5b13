import { saysGone } from './gone.ts'

interface SmtpError {
  code?: unknown
  command?: unknown
  responseCode?: unknown
  response?: unknown
}

export type Fault = ReturnType<typeof faultOf>

/** Where a failed send failed. What the server says in words is left out: it may hold addresses. */
export function faultOf(error: unknown) {
  const { code, command, responseCode, response } = (error ?? {}) as SmtpError
  const refused = typeof responseCode === 'number' && responseCode >= 500
  // Other refusals are of ourselves (who we are, who we send as), which an operator can mend.
  const ofLetter = command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE'
  const answered = responseCode !== undefined
  return {
    forGood: refused && ofLetter,
    /** there is no such mailbox; what is said of a letter (DATA) may be said of its words */
    gone: refused && command === 'RCPT TO' && saysGone(statusIn(response)),
    /** the next letter would meet the same */
    unreachable: !answered,
    said: { code, command, responseCode },
  }
}

const statusIn = (response: unknown) =>
  typeof response === 'string'
    ? (/^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? '')
    : ''
