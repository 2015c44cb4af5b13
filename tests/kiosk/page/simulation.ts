import { localDate } from '../../../src/survey/calendar.ts'
import { makeMemory } from './memory.ts'
import { makeMishaps } from './mishaps.ts'
import { FAIR, ZONE } from './server.ts'
import { makeWorld } from './world.ts'

const MINUTE = 60_000

/** On the evening before a date of 25 hours. */
const START = '2026-10-24T18:00:00+02:00'

/** So many answers on a tablet to which everything happens that can. */
export async function simulate(seed: number, most: number, onDisk: boolean) {
  const world = await makeWorld(START, seed, onDisk ? undefined : makeMemory())
  const { time, server, tablet, random } = world
  const mishaps = makeMishaps(world)
  const begun = new Map<string, string>()
  const promised: string[] = []
  let killed = 0

  await world.enrolled()
  while (begun.size < most) {
    await mishaps.befall()
    const keeping = answer()
    if (random() < 0.02 && mishaps.isSure()) {
      for (let steps = Math.floor(random() * 12); steps > 0; steps -= 1) await Promise.resolve()
      await mishaps.restarts()
      killed += 1
    } else await keeping
    await time.passes((random() * MINUTE) / 3)
  }
  server.weather = FAIR
  await time.passes(60 * MINUTE)

  const queued = tablet.pages.map(({ station }) => station.state.queued)
  for (const page of tablet.pages) page.close()
  const kept = [...server.kept]
  return {
    promised: promised.length,
    /** what a person was promised and the server does not have */
    lost: promised.filter((id) => !server.kept.has(id)),
    misdated: kept.filter(([id, { date }]) => begun.get(id) !== date).map(([id]) => id),
    left: Math.max(...queued),
    /** how often an item came again */
    again: server.came.length - server.kept.size,
    killed,
    dates: new Set(begun.values()).size,
  }

  async function answer() {
    const page = tablet.pages[Math.floor(random() * tablet.pages.length)]!
    const answers = world.answers()
    begun.set(answers.id, localDate(time.now(), ZONE))
    await page.station.keep(answers, ZONE)
    promised.push(answers.id)
  }
}
