import { statfs } from 'node:fs/promises'
import { Counter, Gauge, type Registry } from 'prom-client'
import { momentsIn } from '../backup/folder.ts'
import { type Condition, conditionOf, conditions } from '../survey/tablets/fleet.ts'
import type { Deps } from './deps.ts'
import { fleetOf } from './office/tablets/fleet.ts'

/** What whoever runs the installation is woken for; `docs/operations/alerts.yml` says when. */
export function operationMetrics(registry: Registry, deps: Deps) {
  const { store, config, clock, jobRuns } = deps
  const registers = [registry]
  const told = (name: string, help: string, value: () => Promise<number> | number) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await value())
      },
    })

  told('svar_ready', 'Whether answers can be taken (1) or not (0)', async () =>
    store.ready().then(
      () => 1,
      () => 0,
    ),
  )
  told('svar_data_free_bytes', 'Room left on the disk of the data folder', async () => {
    const { bavail, bsize } = await statfs(config.folder)
    return bavail * bsize
  })
  told('svar_data_size_bytes', 'Size of the disk of the data folder', async () => {
    const { blocks, bsize } = await statfs(config.folder)
    return blocks * bsize
  })
  if (config.backups) {
    const { folder } = config.backups
    const newest = 'svar_backup_newest_timestamp_seconds'
    told(newest, 'When the newest backup was made; 0 where there is none', () =>
      momentsIn(folder).reduce((latest, at) => Math.max(latest, at / 1000), 0),
    )
  }
  new Gauge({
    name: 'svar_tablets',
    help: 'Tablets by how they are',
    labelNames: ['condition'],
    registers,
    async collect() {
      for (const [condition, count] of await tablets(deps, clock())) this.set({ condition }, count)
    },
  })
  new Gauge({
    name: 'svar_job_last_success_timestamp_seconds',
    help: 'When each job of the schedule was last done, or the server began',
    labelNames: ['task'],
    registers,
    collect() {
      for (const { job, doneAt } of jobRuns?.all() ?? []) this.set({ task: job }, doneAt / 1000)
    },
  })
  new Counter({
    name: 'svar_job_failures_total',
    help: 'Runs of each job of the schedule that failed',
    labelNames: ['task'],
    registers,
    collect() {
      this.reset()
      for (const { job, failures } of jobRuns?.all() ?? []) this.inc({ task: job }, failures)
    },
  })
}

/** Of all organisations together: which one is a matter for its office. */
async function tablets({ store }: Deps, now: number) {
  const counts = new Map<Condition, number>(conditions.map((condition) => [condition, 0]))
  for (const { id: organisation } of await store.organisations()) {
    const { sites } = await fleetOf(store, { organisation, sites: [] }, 'en', now)
    for (const { devices, zone } of sites) {
      for (const device of devices) {
        const condition = conditionOf(device, now, zone)
        counts.set(condition, counts.get(condition)! + 1)
      }
    }
  }
  return counts
}
