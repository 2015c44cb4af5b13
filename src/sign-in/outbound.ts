import type { CustomFetch } from 'openid-client'

const LONGEST = 8_000
const LARGEST = 256 * 1024

/** Thrown where a request to a provider may not be made, or brings too much. */
export class OutboundError extends Error {}

/**
 * What may be asked at all: https, and on this machine only where the whole installation is on it,
 * for trying things out. An address that someone wrote into a form must not lead to a neighbour
 * that trusts this machine.
 */
export function isAskable(address: string, onLoopback: boolean): boolean {
  const url = URL.parse(address)
  if (!url || url.username || url.password) return false
  if (isLoopback(url.hostname)) return onLoopback && /^https?:$/.test(url.protocol)
  return url.protocol === 'https:'
}

export const isLoopback = (hostname: string) =>
  /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f.*\])\.?$/i.test(hostname)

/** Asks a provider: no other addresses, no redirects, no long waiting and no flood. */
export const outbound =
  (onLoopback: boolean): CustomFetch =>
  async (url, { signal, method, headers, body }) => {
    if (!isAskable(url, onLoopback)) throw new OutboundError('address')
    const signals = [AbortSignal.timeout(LONGEST), ...(signal ? [signal] : [])]
    const asked = { method, headers, body: body as BodyInit | null, redirect: 'manual' as const }
    const reply = await fetch(url, { ...asked, signal: AbortSignal.any(signals) })
    const read = await limited(reply)
    return new Response(read.length > 0 ? Buffer.concat(read) : null, {
      status: reply.status,
      headers: reply.headers,
    })
  }

async function limited({ body }: Response): Promise<Uint8Array[]> {
  const read: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.length
    if (size > LARGEST) throw new OutboundError('size')
    read.push(part)
  }
  return read
}
