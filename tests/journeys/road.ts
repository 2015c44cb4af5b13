import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Fate = 'good' | 'lost' | 'unanswered'

export type Road = Awaited<ReturnType<typeof makeRoad>>

/**
 * The network between a tablet and a server, which may be closed, or bad: then three of ten
 * acknowledgements are lost and one connection of ten, in an order that `random` makes.
 */
export async function makeRoad(random: () => number) {
  let port = 0
  let bad = false
  let coming: Fate[] = []
  const happened: Record<Fate, number> = { good: 0, lost: 0, unanswered: 0 }

  const road = createServer((asked, reply) => {
    const fate = bad && asked.method === 'POST' ? next() : 'good'
    happened[fate] += 1
    if (fate === 'lost') return void asked.socket.destroy()
    const { url, method, headers } = asked
    const passed = request({ host: '127.0.0.1', port, path: url, method, headers }, (answer) => {
      if (fate === 'good') {
        reply.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(reply)
      } else {
        answer.resume().on('end', () => breakOff(reply))
      }
    })
    passed.on('error', () => reply.destroy())
    asked.pipe(passed)
  })

  function next(): Fate {
    if (coming.length === 0) coming = deal(random)
    return coming.pop()!
  }
  const listen = (at: number) =>
    new Promise<void>((resolve) => road.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const own = (road.address() as AddressInfo).port

  return {
    address: `http://127.0.0.1:${own}`,
    happened,
    /** Leads to the server on that port. */
    leadTo: (to: number) => void (port = to),
    setBad: (now: boolean) => void (bad = now),
    open: () => listen(own),
    close: () =>
      new Promise<void>((resolve) => {
        road.close(() => resolve())
        road.closeAllConnections()
      }),
  }
}

/** Half of a reply is no reply. */
function breakOff(reply: ServerResponse) {
  reply.writeHead(200, { 'content-type': 'application/json' })
  reply.write('{"results": [')
  reply.destroy()
}

function deal(random: () => number): Fate[] {
  const fates: Fate[] = [
    'lost',
    ...Array.from({ length: 3 }, (): Fate => 'unanswered'),
    ...Array.from({ length: 6 }, (): Fate => 'good'),
  ]
  return fates
    .map((fate) => ({ fate, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ fate }) => fate)
}
