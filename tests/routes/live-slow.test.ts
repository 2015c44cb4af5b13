import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import { ask, content, sites } from '../make.ts'
import { start, type Started } from '../start.ts'
import { keeping } from '../store/sending.ts'
import { signedIn } from './two-offices.ts'

// What the system itself holds back for a socket has to be filled before the server must: so the
// messages are long, from many sites of long names, and come without a pause.
const BEHIND = 64 * 1024
const MOST = 600
const ids = Array.from({ length: 400 }, (_, index) => `${'plats-'.repeat(9)}${index}`)
const survey = content([ask.text('ord')], { sites: sites(...ids) })

let svar: Started
let anna: Browser
let port: number
const taken: Socket[] = []

beforeAll(async () => {
  svar = await start({ pause: 0 })
  await svar.open(survey)
  await Promise.all(ids.map((site, index) => svar.store.keep(keeping(survey, index, { site }))))
  await svar.addUser('anna@nord.example')
  anna = await signedIn(svar, 'anna@nord.example')
  svar.app.server.on('connection', (socket: Socket) => taken.push(socket))
  const address = await svar.app.listen({ port: 0, host: '127.0.0.1' })
  port = Number(new URL(address).port)
})
afterAll(() => svar.close())

/** A reader on a socket of its own, and the server's end of it. */
async function watching() {
  const cookie = [...anna.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  socket.write(`GET /office/surveys/prov/live HTTP/1.1\r\nHost: svar\r\nCookie: ${cookie}\r\n\r\n`)
  let said = ''
  let heard = () => {}
  socket.on('data', (part: string) => {
    said = (said + part).slice(-BEHIND * 4)
    heard()
  })
  /** Resolves when a happening has been told whole. */
  const told = async (id: string) => {
    while (
      !new RegExp(`id: ${id}\n.*?\n\r?\n`, 's').test(said.replaceAll(/\r\n[0-9a-f]+\r\n/g, ''))
    )
      await new Promise<void>((resolve) => (heard = resolve))
  }
  await told(svar.live.latest('prov'))
  return { socket, told, other: taken.at(-1)! }
}

test('who does not read is let go when 64 kB wait, and nobody else is', async () => {
  const reading = await watching()
  const idle = await watching()
  const alsoReading = await watching()
  idle.socket.pause()
  let longest = 0
  let happenings = 0
  while (!idle.other.destroyed && happenings < MOST) {
    happenings += 1
    svar.live.announce('prov')
    await new Promise((resolve) => setImmediate(resolve))
    const id = svar.live.latest('prov')
    await Promise.all([reading.told(id), alsoReading.told(id)])
    longest = Math.max(longest, idle.other.writableLength)
  }
  expect(idle.other.destroyed, `after ${happenings} happenings`).toBe(true)
  // One message more than may wait, and never all that it has missed.
  const message = JSON.stringify(await svar.store.participation('nord', 'prov')).length
  expect(longest).toBeGreaterThan(0)
  expect(longest).toBeLessThan(BEHIND + 2 * message)
  expect(reading.other.destroyed || alsoReading.other.destroyed).toBe(false)
  for (const { socket } of [reading, idle, alsoReading]) socket.destroy()
})
