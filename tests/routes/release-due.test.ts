import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { releaseDue } from '../../src/schedule.ts'
import { ask, content } from '../make.ts'
import { ACT, start } from '../start.ts'

test('a survey that cannot be released holds no other up', async () => {
  const svar = await start()
  onTestFinished(() => svar.close())
  const names = ['ett', 'tva', 'tre']
  for (const id of names) {
    await svar.open(content([ask.choice('val')], { id }))
    const { statusCode } = await svar.send(id, { submission: `answer-${id}`, lang: 'sv', val: 'a' })
    expect(statusCode).toBe(303)
  }
  const client = new Database(join(svar.folder, 'svar.db'))
  onTestFinished(() => void client.close())
  const spoilt = client.prepare("UPDATE tallies SET waiting = '[' WHERE survey = 'ett'").run()
  expect(spoilt.changes).toBeGreaterThan(0)

  const after = Date.parse('2026-09-09T12:00:00+02:00')
  await expect(releaseDue(svar.store, after)).rejects.toThrow()
  const final = async (id: string) => (await svar.store.issued(id))!.final
  expect(await Promise.all(names.map(final))).toEqual([false, true, true])
})

test('a survey that gets a later last day at that very moment stays open', async () => {
  const svar = await start()
  onTestFinished(() => svar.close())
  const given = content([ask.choice('val')])
  await svar.open(given)
  const { store } = svar
  const devices: typeof store.devices = async (organisation) => {
    await store.issue('nord', 'prov', { ...given, closes: '2026-12-31' }, ACT)
    return store.devices(organisation)
  }
  await releaseDue({ ...store, devices }, Date.parse('2026-09-09T12:00:00+02:00'))
  svar.setClock('2026-09-09T12:00:00+02:00')
  expect((await store.issued('prov'))!.final).toBe(false)
  const sent = await svar.send('prov', { submission: 'a-sending-of-mine', lang: 'sv', val: 'a' })
  expect(sent.statusCode).toBe(303)
})
