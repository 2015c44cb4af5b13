import { connect, type Socket } from 'node:net'

export interface Load {
  replies: number
  perSecond: number
  /** milliseconds */
  p50: number
  p99: number
  /** by status */
  statuses: Record<string, number>
}

/**
 * Sends requests over keep-alive connections, each waiting for its reply, for so many
 * milliseconds. A bare socket client, so that the server and not the client is what is measured.
 */
export async function load(
  port: number,
  connections: number,
  milliseconds: number,
  makeRequest: () => string,
): Promise<Load> {
  const times: number[] = []
  const statuses: Record<string, number> = {}
  const started = performance.now()
  const until = started + milliseconds
  await Promise.all(
    Array.from({ length: connections }, () =>
      converse(
        port,
        () => (performance.now() < until ? makeRequest() : undefined),
        (status, took) => {
          times.push(took)
          statuses[status] = (statuses[status] ?? 0) + 1
        },
      ),
    ),
  )
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0
  const replies = times.length
  return { replies, perSecond: replies / seconds, p50: at(0.5), p99: at(0.99), statuses }
}

function converse(
  port: number,
  next: () => string | undefined,
  done: (status: string, milliseconds: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    let sent = 0
    let reply = ''
    const send = () => {
      const request = next()
      if (request === undefined) return socket.end()
      sent = performance.now()
      reply = ''
      socket.write(request)
    }
    socket.on('connect', send)
    socket.on('data', (data) => {
      reply += data.toString('latin1')
      const head = reply.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(reply)?.[1] ?? 0)
      if (reply.length < head + 4 + length) return
      done(reply.slice(9, 12), performance.now() - sent)
      send()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve())
  })
}
