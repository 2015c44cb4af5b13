import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { purgeDue } from '../../src/purging.ts'
import { ask, content } from '../make.ts'
import { ACT, start, type Started } from '../start.ts'
import { filesWith } from './planted.ts'
import { signedIn } from './two-offices.ts'

const PLANTED = 'Utplanterat'

/** A survey that a dozen have answered. */
async function answered() {
  const svar = await start()
  onTestFinished(() => svar.close())
  await svar.open(content([ask.text('ord')]))
  const ids = Array.from({ length: 12 }, (_, id) => `sending-${id}`)
  for (const submission of ids) await svar.send('prov', { submission, lang: 'sv', ord: PLANTED })
  return { svar, ids }
}

const at = (instant: string) => Date.parse(instant)
const survey = async ({ store }: Started) => (await store.issued('prov'))!

test('while others read the log it is not done, said to be, or tried in vain', async () => {
  const { svar } = await answered()
  const reader = new Database(join(svar.folder, 'svar.db'), { readonly: true })
  onTestFinished(() => void reader.close())
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM responses').get()
  const [now, later] = [at('2027-08-31T08:00:00Z'), at('2027-08-31T08:09:00Z')]
  await expect(purgeDue(svar.store, now)).rejects.toThrow('it is tried again')
  const log = () => statSync(join(svar.folder, 'svar.db-wal')).size
  const before = log()
  await expect(purgeDue(svar.store, now)).rejects.toThrow('it is tried again')
  // Written anew each minute, it would fill the disk.
  expect(log()).toBe(before)
  expect((await survey(svar)).purge?.erasedAt).toBeUndefined()
  reader.exec('COMMIT')
  // A backup that was made in between is not without what was deleted.
  expect(await purgeDue(svar.store, now, () => later)).toEqual([])
  expect((await survey(svar)).purge?.erasedAt).toBe('2027-08-31T08:09:00Z')
  expect(filesWith(svar.folder, [PLANTED])).toEqual([])
})

test('a survey that all withdrew from is not opened again, and no note of who stays', async () => {
  const { svar, ids } = await answered()
  const { store } = svar
  await store.closeSurvey('nord', 'prov', ACT)
  await store.finalise('prov', ACT.at)
  for (const id of ids) expect(await store.withdrawResponse('prov', id, '2026-07-01')).toBe(true)
  const seen = (await survey(svar)).moves.length
  const reopening = { what: 'reopen', seen, closes: '2027-01-01' } as const
  expect(await store.move('nord', 'prov', reopening, ACT)).toBe('moved')
  const other = content([ask.text('annat')])
  await expect(store.issue('nord', 'prov', other, ACT)).rejects.toMatchObject({ code: 'closed' })
  await svar.addUser('anna@nord.example')
  const anna = await signedIn(svar, 'anna@nord.example')
  const page = (await anna.get('/office/surveys/prov/state?lang=sv')).body
  expect(page).toContain('value="archive"')
  expect(page).not.toContain('value="reopen"')

  const done = await purgeDue(store, at('2027-08-31T08:00:00Z'))
  expect(done).toMatchObject([{ survey: 'prov', responses: 0, texts: 0 }])
  expect(await store.check()).toEqual({ ok: true, responses: 0, faults: [] })
  const client = new Database(join(svar.folder, 'svar.db'))
  client.prepare("INSERT INTO withdrawals VALUES ('prov', x'00')").run()
  const row = ['00', 'prov', 1, '', 'web', 'sv', '2026-07-01', '{}', 0]
  client.prepare("INSERT INTO unsorted VALUES (x'00', ?)").run(JSON.stringify([row, row]))
  client.close()
  expect((await store.check()).faults).toEqual([
    'prov is purged, and has 1 rows in withdrawals',
    'prov is purged, and has 2 rows in unsorted',
  ])
  expect((await store.erasures()).map(({ kind }) => kind)).toEqual(['purge'])
  expect((await store.release('nord', 'prov'))!.released).toBe(12)
})
