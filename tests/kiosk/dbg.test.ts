import { test } from 'vitest'
import { writeFileSync } from 'node:fs'
import { makeRig } from './rig.ts'
const rig = makeRig()
test('dbg', async () => {
  const page = await rig.page()
  const outcome: any = await page.evaluate(
    (seed) => kiosk.simulate(seed, 500, false),
    Number(process.env['SEED']),
  )
  writeFileSync('/tmp/k3-log.txt', outcome.log.join('\n'))
  console.log(outcome.detail, outcome.lost, outcome.left)
})
