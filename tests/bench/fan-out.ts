import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { formOf } from '../form.ts'
import type { Server } from '../server.ts'
import { BENCH, fillFolder } from './filled.ts'
import { load } from './load.ts'
import { median } from './median.ts'
import { planner } from './person.ts'
import { processorTime } from './processor.ts'
import { getRequest } from './requests.ts'
import { startProduct } from './servers.ts'
import { settled } from './settled.ts'

const READERS = 1000
const ROUNDS = 5
const ROUND = 4000
const WRITERS = 64

/** What those who answer lose by a thousand readers of the live view, each with its own session. */
export async function fanOut(parent: string) {
  const folder = join(parent, 'fan-out')
  await fillFolder(folder, 10_000)
  const file = join(parent, 'cookies')
  writeFileSync(file, (await planner(folder, READERS)).join('\n'))
  const server = await startProduct(folder)
  const without: number[] = []
  const beside: number[] = []
  const heard: number[] = []
  let told = Number.NaN
  const write = async () => {
    const { perSecond, statuses } = await load(server.port, WRITERS, ROUND, answerRequest)
    if (Object.keys(statuses).join() !== '303') throw new Error('bench: answers were refused')
    await settled(join(folder, 'svar.db'))
    return perSecond
  }
  try {
    await write()
    for (let round = 0; round < ROUNDS; round += 1) {
      const alone = round % 2 === 0 ? await write() : undefined
      const readers = await startReaders(server.port, file)
      beside.push(await write())
      heard.push(await readers.stop())
      without.push(alone ?? (await write()))
    }
    const quiet = await happening(server)
    const readers = await startReaders(server.port, file)
    told = (await happening(server)) - quiet
    await readers.stop()
  } finally {
    await server.stop()
  }
  const ratios = beside.map((rate, round) => rate / without[round]!)
  return {
    'live view, 1 000 readers: writers keep': median(ratios).toFixed(3),
    'live view: ratios': ratios.map((ratio) => ratio.toFixed(2)).join(' '),
    'live view: writers per second': `${median(beside).toFixed(0)} of ${median(without).toFixed(0)}`,
    'live view: telling 1 000 once (ms of the processor)': told.toFixed(1),
    'live view: messages heard in a round': median(heard),
  }
}

const HAPPENINGS = 12

/** What one answer costs the server, with whom it is told to; one a second is the most. */
async function happening(server: Server): Promise<number> {
  await pause(2000)
  const before = processorTime(server)
  for (let told = 0; told < HAPPENINGS; told += 1) {
    await load(server.port, 1, 1, answerRequest)
    await pause(1200)
  }
  return (processorTime(server) - before) / HAPPENINGS
}

function answerRequest(): string {
  const body = formOf({
    submission: randomUUID(),
    lang: 'sv',
    site: BENCH.sites[Math.floor(Math.random() * BENCH.sites.length)]!.id,
    val: 'a',
    skala: '4',
  })
  const head = [
    `POST /s/${BENCH.id} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

/** Readers in a process of their own, connected before anyone writes. */
async function startReaders(port: number, file: string) {
  const child = spawn(process.execPath, [process.argv[1]!, 'readers', String(port), file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)
  await once(lines, 'line')
  return {
    async stop() {
      child.stdin.end()
      const [said] = (await once(lines, 'line')) as [string]
      await once(child, 'exit')
      return Number(said)
    },
  }
}

/** Connects a reader for each cookie, says so, and at the end how many messages they heard. */
export async function readLive(port: number, cookies: string[]) {
  let heard = 0
  const sockets: Socket[] = []
  for (let from = 0; from < cookies.length; from += 50) {
    const some = cookies.slice(from, from + 50).map(async (cookie) => {
      const socket = connect(port, '127.0.0.1')
      socket.write(getRequest(`/office/surveys/${BENCH.id}/live`, cookie))
      await once(socket, 'data')
      return socket.on('data', () => (heard += 1))
    })
    sockets.push(...(await Promise.all(some)))
  }
  console.log(`${sockets.length} readers`)
  process.stdin.resume()
  await once(process.stdin, 'end')
  console.log(heard)
  for (const socket of sockets) socket.destroy()
}
