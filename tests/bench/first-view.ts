import { connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { getRequest } from './requests.ts'

/** Everything that a phone fetches before the questionnaire stands, headers included. */
export async function firstView(port: number) {
  const page = await rawGet(port, '/s/karlskoga?lang=sv')
  const html = gunzipSync(page.body).toString()
  const more = [...html.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="(\/[^"]+)"/g)]
  const linked = await Promise.all(more.map(([, path]) => rawGet(port, path!)))
  const bytes = [page, ...linked].reduce((sum, reply) => sum + reply.bytes, 0)
  return { bytes, requests: 1 + linked.length }
}

/** One GET on a bare socket, with its size as it crossed the wire. */
export function rawGet(port: number, path: string): Promise<{ bytes: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const parts: Buffer[] = []
    socket.write(getRequest(path).replace('Host:', 'Connection: close\r\nHost:'))
    socket.on('data', (part: Buffer) => parts.push(part))
    socket.on('error', reject)
    socket.on('end', () => {
      const all = Buffer.concat(parts)
      resolve({ bytes: all.length, body: all.subarray(all.indexOf('\r\n\r\n') + 4) })
    })
  })
}
