import { expect, onTestFinished, test } from 'vitest'
import { finishPurges } from '../../src/purging.ts'
import { hashSecret } from '../../src/secrets.ts'
import { ask, content } from '../make.ts'
import { start } from '../start.ts'
import { filesWith } from './planted.ts'

const PLANTED = 'Utplanterat'
const at = (instant: string) => Date.parse(instant)

test('one response that is withdrawn goes with its counts, and with its traces within a day', async () => {
  const svar = await start()
  onTestFinished(() => svar.close())
  const { store } = svar
  await svar.open(content([ask.choice('val'), ask.text('ord')]))
  for (let index = 0; index < 23; index += 1) {
    const ord = index === 7 ? PLANTED : `ord ${index}`
    await svar.send('prov', { submission: `sending-${index}`, lang: 'sv', val: 'a', ord })
  }
  const shown = await store.release('nord', 'prov')
  const key = hashSecret('sending-7').subarray(0, 16)
  const noted = { date: '2026-07-01', survey: 'prov', response: key.toString('hex') }
  await store.noteWithdrawals([{ ...noted, kind: 'withdrawal' }])
  expect([await store.takeOut('prov', key), await store.takeOut('prov', key)]).toEqual([
    true,
    false,
  ])
  expect(await store.isKept('prov', 'sending-7')).toBe(false)
  expect(await store.check()).toEqual({ ok: true, responses: 22, faults: [] })
  // What readers saw of closed questions changes with the next batch only.
  const now = await store.release('nord', 'prov')
  expect(now!.groups[0]!.questions[0]).toEqual(shown!.groups[0]!.questions[0])
  await finishPurges(store, at('2026-07-01T12:00:00Z'))
  await finishPurges(store, at('2026-07-02T00:00:00Z'))
  expect(filesWith(svar.folder, [PLANTED])).toEqual([])
  expect(await store.erasures()).toEqual([{ ...noted, kind: 'withdrawal' }])
})
