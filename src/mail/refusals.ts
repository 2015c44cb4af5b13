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
    ofLetter: answered && ofLetter,
    // RFC 3463: X.7 is what is allowed, such as from where, and not whether the mailbox is there.
    policy: typeof response === 'string' && /^\d{3}[ -]\d\.7\.\d/.test(response),
    /** the next letter would meet the same */
    unreachable: !answered,
    said: { code, command, responseCode },
  }
}
