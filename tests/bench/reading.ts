import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { BENCH, fillFolder } from './filled.ts'
import { median } from './median.ts'
import { planner } from './person.ts'
import { processorTime } from './processor.ts'
import { startProduct } from './servers.ts'

const READS = 60
/** A server has yet to warm up during the first reads. */
const WARM = 30

/**
 * The dashboard beside few and many responses at fifty sites, read by turns, so that a busy
 * machine is as busy for each.
 */
export async function readDashboards(parent: string, sizes: number[]) {
  const filledIn = []
  for (const size of sizes) {
    const folder = join(parent, `responses-${size}`)
    const started = performance.now()
    await fillFolder(folder, size)
    const filled = performance.now() - started
    const [cookie] = await planner(folder, 1)
    filledIn.push({ size, folder, cookie: cookie!, filled })
  }
  const stands = []
  for (const one of filledIn) {
    const server = await startProduct(one.folder)
    stands.push({ ...one, server, times: [] as number[], before: 0 })
  }
  try {
    for (let read = 0; read < WARM + READS; read += 1) {
      if (read === WARM) for (const stand of stands) stand.before = processorTime(stand.server)
      for (const { server, cookie, times } of stands)
        times.push(await readOnce(server.port, cookie))
    }
    const [few] = stands
    return Object.fromEntries(
      stands.flatMap(({ size, server, filled, before, times }) => {
        const warm = times.slice(WARM)
        const ratios = warm.map((time, read) => time / few!.times[WARM + read]!)
        const name = `dashboard at ${size.toLocaleString('en').replaceAll(',', ' ')}`
        return [
          [`${name} (ms, median)`, median(warm).toFixed(2)],
          [`${name}: of the processor (ms)`, ((processorTime(server) - before) / READS).toFixed(1)],
          [`${name}: against the first`, median(ratios).toFixed(2)],
          [`${name}: memory (MB, resident)`, resident(server.process.pid!)],
          [`${name}: start-up (ms)`, Math.round(server.startUp)],
          [`${name}: filled in (s)`, (filled / 1000).toFixed(0)],
        ]
      }),
    )
  } finally {
    for (const { server, folder } of stands) {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

async function readOnce(port: number, cookie: string): Promise<number> {
  const started = performance.now()
  const reply = await fetch(`http://127.0.0.1:${port}/office/surveys/${BENCH.id}`, {
    headers: { cookie },
  })
  const page = await reply.text()
  if (reply.status !== 200 || !page.includes('data-figure')) {
    throw new Error(`bench: the dashboard gave ${reply.status}`)
  }
  return performance.now() - started
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
