import { test } from 'vitest'
import { makeRig } from './rig.ts'
const rig = makeRig()
test('profile', async () => {
  const page = await rig.page()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Profiler.enable')
  await cdp.send('Profiler.start')
  const t = performance.now()
  const outcome = await page.evaluate((seed) => kiosk.simulate(seed, 500), 7)
  console.log(outcome, performance.now() - t)
  const { profile } = await cdp.send('Profiler.stop')
  const self = new Map<string, number>()
  const byId = new Map(profile.nodes.map((n) => [n.id, n]))
  profile.samples!.forEach((s, i) => {
    const n = byId.get(s)!
    const k = `${n.callFrame.functionName} ${n.callFrame.lineNumber} ${n.callFrame.url.slice(-8)}`
    self.set(k, (self.get(k) ?? 0) + profile.timeDeltas![i]!)
  })
  console.log(
    [...self]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 25)
      .map(([k, v]) => `${(v / 1000).toFixed(0)} ms ${k}`)
      .join('\n'),
  )
  console.log(await page.evaluate(() => (globalThis as any).counts))
})
