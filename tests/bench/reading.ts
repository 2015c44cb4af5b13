import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { BENCH, fillFolder } from './filled.ts'
import { median } from './median.ts'
import { planner } from './person.ts'
import { startProduct } from './servers.ts'

const READS = 100

/**
 * The dashboard beside few and many responses at fifty sites, read by turns, so that a busy
 * machine is as busy for each.
 */
export async function readDashboards(parent: string, sizes: number[]) {
  const stands = []
  for (const size of sizes) {
    const folder = join(parent, `responses-${size}`)
    const started = performance.now()
    await fillFolder(folder, size)
    const filled = performance.now() - started
    const [cookie] = await planner(folder, 1)
    const server = await startProduct(folder)
    stands.push({ size, folder, server, cookie: cookie!, filled, times: [] as number[] })
  }
  try {
    for (let read = 0; read < READS + 20; read += 1) {
      for (const { server, cookie, times } of stands)
        times.push(await readOnce(server.port, cookie))
    }
    const [few] = stands
    // The first are of a server that has yet to warm up.
    const of = (times: number[]) => median(times.slice(20))
    return Object.fromEntries(
      stands.flatMap(({ size, server, filled, times }) => {
        const ratios = times.slice(20).map((time, read) => time / few!.times[20 + read]!)
        const name = `dashboard at ${size.toLocaleString('en').replaceAll(',', ' ')}`
        return [
          [`${name} (ms, median)`, of(times).toFixed(2)],
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
