interface SmtpError {
  code?: unknown
  command?: unknown
  responseCode?: unknown
}

/** Where a failed send failed. What the server says in words is left out: it may hold addresses. */
export function faultOf(error: unknown) {
  const { code, command, responseCode } = (error ?? {}) as SmtpError
  const refused = typeof responseCode === 'number' && responseCode >= 500
  // Other refusals are of ourselves (who we are, who we send as), which an operator can mend.
  const ofLetter = command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE'
  return {
    forGood: refused && ofLetter,
    /** the next letter would meet the same */
    unreachable: responseCode === undefined,
    said: { code, command, responseCode },
  }
}
