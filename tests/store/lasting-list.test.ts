import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeBackups } from '../../src/backup/backups.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'

const NOW = Date.parse('2026-07-01T12:00:00Z')

/** A store whose ledger has one line, in its folder and beside the backups. */
async function noted() {
  const parent = mkdtempSync(join(tmpdir(), 'svar-list-'))
  const [folder, backups] = [join(parent, 'data'), join(parent, 'backups')]
  const store = openSqlite(folder, backups)
  onTestFinished(async () => {
    await store.close()
    rmSync(parent, { recursive: true })
  })
  const note = (response: string) =>
    store.noteWithdrawals([{ kind: 'withdrawal', survey: 'prov', date: '2026-07-01', response }])
  const known = async () =>
    (await store.erasures()).map((one) => one.kind === 'withdrawal' && one.response)
  await note('aa')
  const [own, copy] = [folder, backups].map((where) => join(where, 'erasures.jsonl'))
  return { store, backups, note, known, own: own!, copy: copy! }
}

/** In the place of a file that nobody here may read. */
function shut(path: string) {
  rmSync(path)
  mkdirSync(path)
}

test('whoever could read the list still can, whoever wrote it last', async () => {
  const { note, own, copy } = await noted()
  expect(statSync(own).mode & 0o777).toBe(0o600)
  const isRoot = statSync(own).uid === 0
  for (const path of [own, copy]) {
    chmodSync(path, 0o640)
    // Only who is root can try that.
    if (isRoot) chownSync(path, 4711, 4712)
  }
  const before = [own, copy].map((path) => statSync(path))
  await note('bb')
  for (const [index, path] of [own, copy].entries()) {
    const { uid, gid, mode } = before[index]!
    expect(statSync(path)).toMatchObject({ uid, gid, mode })
    expect(readFileSync(path, 'utf8')).toContain('bb')
  }
})

test('a first list belongs to whom the folder belongs', async () => {
  const { note, backups, copy } = await noted()
  rmSync(copy)
  if (statSync(backups).uid === 0) chownSync(backups, 4711, 4712)
  writeFileSync(join(backups, '.erasures.jsonl.new'), 'left by who was killed', { mode: 0o400 })
  await note('bb')
  const { uid, gid } = statSync(backups)
  expect(statSync(copy)).toMatchObject({ uid, gid })
})

test('a copy that cannot be read counts as none, which is told and holds no backup up', async () => {
  const { store, backups, note, known, copy } = await noted()
  shut(copy)
  await note('bb')
  expect(await known()).toEqual(['aa', 'bb'])
  let made = 0
  const keeping = makeBackups(
    { folder: backups, keep: { days: 1, weeks: 1, months: 1 } },
    async () => {
      made += 1
    },
  )
  await expect(keeping.run({ store }, NOW)).rejects.toThrow(`${copy}: EISDIR`)
  expect(made).toBe(1)
})

test('where the list itself cannot be read, it is left as it is, and the copy goes on', async () => {
  const { store, note, known, own, copy } = await noted()
  const before = readFileSync(own, 'utf8')
  writeFileSync(own, `${before}{`)
  await note('bb')
  expect(readFileSync(own, 'utf8')).toBe(`${before}{`)
  expect(await known()).toEqual(['aa', 'bb'])
  writeFileSync(own, before)
  await store.mendLedger()
  expect(readFileSync(own, 'utf8')).toContain('bb')
  await note('cc')
  expect(readFileSync(own, 'utf8')).toBe(readFileSync(copy, 'utf8'))
  for (const path of [own, copy]) shut(path)
  await expect(note('dd')).rejects.toMatchObject({ code: 'unavailable' })
  await expect(store.erasures()).rejects.toMatchObject({ code: 'unavailable' })
})
