import { test } from 'vitest'
import { writeFileSync } from 'node:fs'
import { makeRig } from './rig.ts'
const rig = makeRig()
const from = Number(process.env['SEED'])
test.each(Array.from({ length: Number(process.env['N'] ?? 1) }, (_, i) => from + i))(
  'dbg %i',
  async (seed) => {
    const page = await rig.page()
    const outcome: any = await page.evaluate((seed) => kiosk.simulate(seed, 500, false), seed)
    writeFileSync(`/tmp/k3-log-${seed}.txt`, outcome.log.join('\n'))
    if (outcome.detail.length || outcome.lost.length || outcome.left)
      console.log(seed, outcome.detail, outcome.lost, outcome.left)
  },
)
