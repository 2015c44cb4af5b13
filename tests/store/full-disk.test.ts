import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import type { Filled } from './filling.ts'
import { useFolder } from './fixture.ts'
import { keeping, survey } from './sending.ts'

const folder = useFolder(openSqlite)

/** A process none of whose files may grow beyond 2048 blocks of the shell's 512 or 1024 bytes. */
function fillUp(): Filled {
  const script = join(import.meta.dirname, 'full.mjs')
  const limited = ['-c', 'ulimit -f 2048 && exec "$0" "$@"', process.execPath, script]
  const environment = { ...process.env, NODE_OPTIONS: '' }
  const options = { env: environment, encoding: 'utf8', timeout: 50_000 } as const
  return JSON.parse(execFileSync('sh', [...limited, folder.path('.')], options)) as Filled
}

test('on a full disk nothing is acknowledged that is not kept, and nothing kept twice', async () => {
  const { acknowledged, refused, odd, recoveries } = fillUp()
  expect(odd).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(100)
  expect(refused.length).toBeGreaterThan(100)
  // Clearing the write-ahead log made room: it went on by itself.
  expect(recoveries).toBeGreaterThan(0)

  const store = folder.open()
  const content = survey()
  const before = await store.check()
  expect(before).toEqual({ ok: true, responses: before.responses, faults: [] })
  for (const id of acknowledged) expect(await store.isKept('prov', id), id).toBe(true)
  expect(before.responses).toBe(acknowledged.length)

  // Their senders try again when there is room.
  const again = [...acknowledged, ...refused].map((id) => id.replace('sending-', ''))
  const outcomes = await Promise.all(again.map((id) => store.keep(keeping(content, id))))
  expect(outcomes).toEqual([...acknowledged.map(() => 'already'), ...refused.map(() => 'kept')])
  expect(await store.check()).toMatchObject({ ok: true, responses: again.length })
})
