import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { makeRandom, sendingOf } from '../../src/commands/demo-answers.ts'
import { loadDemo, mixOf } from '../../src/commands/demo.ts'
import { hashPassword } from '../../src/secrets.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { countsOf } from '../../src/survey/counts.ts'
import { receive } from '../../src/survey/receive.ts'
import { formOf } from '../form.ts'
import { startProduct } from './servers.ts'

const READS = 200

/** The dashboard over few and many responses, and what a server weighs beside a million. */
export async function readDashboards(parent: string) {
  const few = await reading(join(parent, 'few'), 10_000)
  const many = await reading(join(parent, 'many'), 1_000_000)
  return {
    'dashboard at 10 000 (ms, median)': few.milliseconds.toFixed(2),
    'dashboard at 1 000 000 (ms, median)': many.milliseconds.toFixed(2),
    'dashboard: a million against ten thousand': (many.milliseconds / few.milliseconds).toFixed(2),
    'keeping a million (per second)': Math.round(many.keptPerSecond),
    'memory beside a million (MB, resident)': many.megabytes,
    'start-up beside a million (ms)': Math.round(many.startUp),
  }
}

async function reading(folder: string, responses: number) {
  const store = openSqlite(folder)
  await loadDemo(store, Date.now())
  const { questionnaire } = (await store.issued('karlskoga'))!
  const random = makeRandom('bench')
  const mix = mixOf('karlskoga')
  const started = performance.now()
  for (let done = 0; done < responses; done += 1000) {
    const batch = Array.from({ length: 1000 }, () => {
      const { fields, channel, language } = sendingOf(questionnaire, mix, random, new Set())
      const arrival = { channel, language, date: questionnaire.opens! }
      const received = receive(questionnaire, { ...fields, submission: randomUUID() }, arrival)
      if ('faults' in received) throw new Error('bench: a made-up response is faulty')
      const { response } = received
      const counts = countsOf(questionnaire, response)
      return store.keep({ response, counts, smallestGroup: questionnaire.smallestGroup })
    })
    await Promise.all(batch)
  }
  const password = 'bänkens långa lösen'
  const user = {
    id: 'bench',
    organisation: 'region-orebro-lan',
    email: 'bench@svar.example',
    name: 'Bench',
    password: await hashPassword(password),
    role: 'planner' as const,
    sites: [],
  }
  await store.addUser(user, { by: 'bench', at: '2026-06-01T10:00:00Z' })
  // Closing sorts what is left into its table.
  await store.close()
  const keptPerSecond = responses / ((performance.now() - started) / 1000)
  const server = await startProduct(folder)
  try {
    const cookie = await signIn(server.port, 'bench@svar.example', password)
    const milliseconds = await readMedian(server.port, cookie)
    return {
      milliseconds,
      keptPerSecond,
      megabytes: resident(server.process.pid!),
      startUp: server.startUp,
    }
  } finally {
    await server.stop()
  }
}

export async function signIn(port: number, email: string, password: string): Promise<string> {
  const base = `http://127.0.0.1:${port}/office/sign-in`
  const page = await fetch(base)
  const [, csrf] = /name="_csrf" value="([^"]+)"/.exec(await page.text()) ?? []
  const cookies = page.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!)
  const reply = await fetch(base, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: cookies.join('; '),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: formOf({ email, password, _csrf: csrf ?? '' }),
  })
  if (reply.status !== 303) throw new Error(`bench: sign-in gave ${reply.status}`)
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .join('; ')
}

async function readMedian(port: number, cookie: string): Promise<number> {
  const times: number[] = []
  for (let read = 0; read < READS; read += 1) {
    const started = performance.now()
    const reply = await fetch(`http://127.0.0.1:${port}/office/surveys/karlskoga`, {
      headers: { cookie },
    })
    await reply.arrayBuffer()
    if (reply.status !== 200) throw new Error(`bench: the dashboard gave ${reply.status}`)
    times.push(performance.now() - started)
  }
  return times.toSorted((a, b) => a - b)[READS / 2]!
}

/** Resident memory as Linux tells it; elsewhere unknown. */
function resident(pid: number): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kilobytes) / 1024)
  } catch {
    return Number.NaN
  }
}
