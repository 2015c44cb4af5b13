import { saysGone } from './gone.ts'

/** Of a message that came back: for whom each report is, and whether it never will be delivered. */
export interface Bounce {
  /** proofs in addresses that it was sent to */
  tokens: string[]
  /** there is no such mailbox any more */
  isGone: boolean
}

type Head = Map<string, string[]>

/**
 * Reads a message that came to the return path: RFC 3464. Answers of people and of holidays, and
 * reports of delays, say of nobody that they are gone.
 */
export function readBounce(message: string): Bounce {
  const { head, body } = partOf(message)
  const receivers = ['delivered-to', 'x-original-to', 'envelope-to', 'to'].flatMap(
    (name) => head.get(name) ?? [],
  )
  return { tokens: tokensIn(receivers.join(' ')), isGone: reportsIn(head, body).some(isFinal) }
}

/** What stands between the + and the @ of a return path of ours. */
export const tokensIn = (addresses: string) =>
  [...addresses.matchAll(/\+([0-9a-f]{48})@/gi)].map(([, token]) => token!.toLowerCase())

/** The delivery status part, a block for the message and one for each receiver. */
function reportsIn(head: Head, body: string): Head[] {
  const type = head.get('content-type')?.[0] ?? ''
  if (!/^multipart\/report\b/i.test(type) || !/report-type="?delivery-status\b/i.test(type))
    return []
  const [, quoted, bare] = /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? []
  const boundary = quoted ?? bare
  if (boundary === undefined) return []
  return `\n${body}`
    .split(`\n--${boundary}`)
    .slice(1)
    .map((part) => partOf(part.replace(/^[^\n]*\n/, '')))
    .filter(({ head: own }) =>
      /^message\/(global-)?delivery-status\b/i.test(own.get('content-type')?.[0] ?? ''),
    )
    .flatMap(({ body: status }) => status.split(/\n[ \t]*\n/).map(headOf))
}

function isFinal(report: Head): boolean {
  const action = report.get('action')?.[0]?.toLowerCase() ?? ''
  return action.startsWith('failed') && saysGone(statusOf(report))
}

/** Some mail servers say 5.0.0 of all, and what they were told beside it. */
function statusOf(report: Head): string {
  const [status] = /^\d\.\d{1,3}\.\d{1,3}\b/.exec(report.get('status')?.[0] ?? '') ?? ['']
  const told = report.get('diagnostic-code')?.[0] ?? ''
  return status === '5.0.0'
    ? (/^smtp;\s*5\d\d[ -](5\.\d{1,3}\.\d{1,3})\b/i.exec(told)?.[1] ?? '')
    : status
}

function partOf(message: string): { head: Head; body: string } {
  const text = message.replaceAll('\r\n', '\n')
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n')
  if (end < 0) return { head: headOf(text), body: '' }
  return { head: headOf(text.slice(0, end)), body: text.slice(end).replace(/^\n+/, '') }
}

/** Fields by their names in small letters; lines that go on are put together. */
function headOf(text: string): Head {
  const head: Head = new Map()
  for (const line of text.replaceAll(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    if (name) head.set(name, [...(head.get(name) ?? []), line.slice(colon + 1).trim()])
  }
  return head
}
