import { expect, test } from 'vitest'
import { makeRig } from './rig.ts'

const rig = makeRig()
const given = process.env['SEED']
const first = Math.floor(Math.random() * 2 ** 31)
const seeds = given ? [Number(given)] : Array.from({ length: 20 }, (_, at) => first + at)

test.each(seeds)('500 answers, whatever happens, are there once: SEED=%i', async (seed) => {
  const page = await rig.page()
  const outcome = await page.evaluate((seed) => kiosk.simulate(seed, 500), seed)
  expect(outcome).toMatchObject({ lost: [], misdated: [], left: 0 })
  // … and it did happen.
  expect(outcome.promised).toBeGreaterThan(450)
  expect(outcome.again).toBeGreaterThan(10)
  expect(outcome.killed).toBeGreaterThan(0)
  expect(outcome.dates).toBeGreaterThan(1)
})
