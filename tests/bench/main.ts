import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDemo } from '../../src/commands/demo.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { takeAlong } from './exporting.ts'
import { fanOut, readLive } from './fan-out.ts'
import { serveFloor } from './floor.ts'
import { firstView, rawGet } from './first-view.ts'
import { type Load, load } from './load.ts'
import { median } from './median.ts'
import { processorTime } from './processor.ts'
import { readDashboards } from './reading.ts'
import { settled } from './settled.ts'
import { getRequest, postRequest } from './requests.ts'
import { startFloor, startProduct } from './servers.ts'
import type { Server } from '../server.ts'

const ROUNDS = 5
const ROUND = 3000
const CONNECTIONS = 64

/** Every part of the bench, and what it is asked for by: `npm run bench -- dashboards`. */
const parts: Record<string, (folder: string) => Promise<Record<string, string | number>>> = {
  serving,
  'fan-out': fanOut,
  'taking-along': takeAlong,
  dashboards: (folder) => readDashboards(folder, [10_000, 1_000_000]),
  /** takes minutes, and 3 GB of the disk for as long */
  'ten-million': (folder) => readDashboards(folder, [10_000, 1_000_000, 10_000_000]),
}
const usual = ['serving', 'fan-out', 'dashboards', 'taking-along']

const [first, ...rest] = process.argv.slice(2)
if (first === 'floor') await serveFloor(rest[0]!)
else if (first === 'readers')
  await readLive(Number(rest[0]), readFileSync(rest[1]!, 'utf8').split('\n'))
else await bench(first === undefined ? usual : [first, ...rest])

async function bench(names: string[]) {
  const unknown = names.find((name) => !parts[name])
  if (unknown)
    throw new Error(`bench: no part "${unknown}"; there are ${Object.keys(parts).join()}`)
  const folder = mkdtempSync(join(tmpdir(), 'svar-bench-'))
  try {
    const rows: Record<string, string | number> = {}
    for (const name of names) Object.assign(rows, await parts[name]!(folder))
    for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(44)} ${value}`)
    writeFileSync('bench.json', `${JSON.stringify(rows, null, 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Product and floor by turns in one run, so that a busy machine is as busy for both. */
async function serving(parent: string) {
  const folder = join(parent, 'serving')
  const store = openSqlite(folder)
  await loadDemo(store, Date.now())
  await store.close()
  const product = await startProduct(folder)
  const pageFile = join(parent, 'page')
  writeFileSync(pageFile, (await rawGet(product.port, '/s/karlskoga?lang=sv')).body)
  const floor = await startFloor(pageFile)
  try {
    const view = await firstView(product.port)
    const quiet = () => settled(join(folder, 'svar.db'))
    const asking = () => getRequest('/s/karlskoga?lang=sv')
    const get = await pair(product, floor, asking, quiet)
    const post = await pair(product, floor, postRequest, quiet)
    return {
      'start-up with data (ms)': Math.round(product.startUp),
      'start-up, bare Fastify (ms)': Math.round(floor.startUp),
      'first view (bytes over the wire)': view.bytes,
      'first view (requests)': view.requests,
      ...figures('questionnaire GET', get),
      ...figures('durable POST', post),
      'durable POST, sorted in: ratio': median(post.settledRatios).toFixed(2),
    }
  } finally {
    await Promise.all([product.stop(), floor.stop()])
  }
}

interface Pair {
  ratios: number[]
  /** with the time until the product had nothing left to do */
  settledRatios: number[]
  product: Measured[]
  floor: Measured[]
}

/** A load, and microseconds of the server's processor for each reply. */
type Measured = Load & { processor: number }

async function pair(
  product: Server,
  floor: Server,
  request: () => string,
  quiet: () => Promise<void>,
): Promise<Pair> {
  const result: Pair = { ratios: [], settledRatios: [], product: [], floor: [] }
  await measured(product, request, ROUND / 2)
  await quiet()
  await measured(floor, request, ROUND / 2)
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now()
    const ours = await measured(product, request)
    const loaded = performance.now() - started
    await quiet()
    const share = loaded / (performance.now() - started)
    const bare = await measured(floor, request)
    result.product.push(ours)
    result.floor.push(bare)
    result.ratios.push(ours.perSecond / bare.perSecond)
    result.settledRatios.push((share * ours.perSecond) / bare.perSecond)
  }
  return result
}

async function measured(server: Server, request: () => string, milliseconds = ROUND) {
  const before = processorTime(server)
  const all = await load(server.port, CONNECTIONS, milliseconds, request)
  return { ...all, processor: ((processorTime(server) - before) * 1000) / all.replies }
}

function figures(name: string, { ratios, product, floor }: Pair) {
  const middle = (loads: Measured[], key: 'perSecond' | 'p50' | 'p99' | 'processor') =>
    median(loads.map((one) => one[key])).toFixed(key === 'perSecond' ? 0 : 1)
  const statuses = product.map(({ statuses }) => Object.keys(statuses).join()).join(' ')
  return {
    [`${name}: ratio to the floor`]: median(ratios).toFixed(2),
    [`${name}: ratios`]: ratios.map((ratio) => ratio.toFixed(2)).join(' '),
    [`${name}: per second`]: `${middle(product, 'perSecond')} of ${middle(floor, 'perSecond')}`,
    [`${name}: of the processor (µs)`]: `${middle(product, 'processor')}, floor ${middle(floor, 'processor')}`,
    [`${name}: p50 / p99 (ms)`]: `${middle(product, 'p50')} / ${middle(product, 'p99')}`,
    [`${name}: floor p50 / p99 (ms)`]: `${middle(floor, 'p50')} / ${middle(floor, 'p99')}`,
    [`${name}: statuses`]: statuses,
  }
}
