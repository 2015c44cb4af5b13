import {
  copyFileSync,
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { pack } from '../../src/backup/archive.ts'
import { makeBackupPair, publicKeyOf } from '../../src/backup/key.ts'
import { makeSealingKey, seal } from '../../src/backup/sealed-stream.ts'
import { filesWith } from '../routes/planted.ts'
import { opened, pair, place } from './keeping.ts'
import { dataFolder, serve, svar } from './product.ts'

describe('restoring refuses', () => {
  async function backedUp() {
    const here = place()
    await opened(here, 'kort', '2999-01-01')
    const file = String((await here.run(['backup'])).data['file'])
    const into = (folder: string, from = file, key = here.key) =>
      svar(join(here.parent, folder), ['restore', from, '--key', key])
    const changed = (name: string, change: (path: string) => void) => {
      const path = join(here.parent, name)
      copyFileSync(file, path)
      change(path)
      return path
    }
    return { here, file, into, changed }
  }

  test('with a clear line for each reason, and leaves nothing', async () => {
    const { here, file, into, changed } = await backedUp()
    const other = join(here.parent, 'other-key')
    writeFileSync(other, makeBackupPair().privateKey)
    const flip = (path: string) => {
      const bytes = readFileSync(path)
      bytes[bytes.length - 40]! ^= 1
      writeFileSync(path, bytes)
    }
    for (const [said, reply] of [
      ['is not empty (', await into('data')],
      ['it was made for another key', await into('new', file, other)],
      ['holds no private key', await into('new', file, file)],
      ['someone has changed it', await into('new', changed('flipped', flip))],
      [
        'cut short',
        await into(
          'new',
          changed('cut', (path) => truncateSync(path, 900)),
        ),
      ],
      ['it is no backup of Svar', await into('new', here.key)],
      ['there is no file', await into('new', `${file}x`)],
    ] as const) {
      expect(reply.err).toContain(said)
      expect([reply.code, reply.err.trim().split('\n').length]).toEqual([1, 1])
    }
    const server = await serve(here.data, here.environment)
    expect((await into('data')).err).toContain('a server is running on the data folder')
    await server.stop()
    expect(filesWith(join(here.parent, 'new'), ['kort'])).toEqual([])
    expect((await into('new')).code).toBe(0)
  })

  test('a newer schema, and brings an older one up to date', async () => {
    const here = place()
    const into = (folder: string, from: string) =>
      svar(join(here.parent, folder), ['restore', from, '--key', here.key])
    const sql = join(import.meta.dirname, '../../db/sqlite')
    const files = readdirSync(sql).toSorted()
    const made = async (name: string, count: number, version: number) => {
      const folder = join(here.parent, name)
      mkdirSync(folder)
      const client = new Database(join(folder, 'svar.db'))
      for (const one of files.slice(0, count)) client.exec(readFileSync(join(sql, one), 'utf8'))
      client.pragma(`user_version = ${version}`)
      client.close()
      const path = `${folder}.backup`
      const about = { format: 1, made: '2027-01-01T00:00:00Z', version: '9' } as const
      await pipeline(
        pack(about, folder),
        createZstdCompress(),
        (source) => seal(makeSealingKey(publicKeyOf(pair.publicKey)), source as never),
        createWriteStream(path),
      )
      return path
    }
    const newer = await into('b', await made('newer', files.length, files.length + 1))
    expect([newer.code, newer.err]).toEqual([1, expect.stringContaining('of a newer version')])
    const older = await into('c', await made('older', 5, 5))
    expect(older).toMatchObject({ code: 0, err: '' })
    expect((await svar(join(here.parent, 'c'), ['check'])).code).toBe(0)
  })
})

test('a pair of keys is made for the environment and for a file', async () => {
  const { out, err } = await svar(dataFolder(), ['backup', 'key'])
  expect(out).toMatch(
    /^SVAR_BACKUP_KEY=svar-public-[\w-]{43}\n\nsvar-private-[\w-]{43}\.[\w-]{43}\n$/,
  )
  expect(err).toContain('keep it away from the server')
})

test('settings that cannot work stop with one clear line', async () => {
  const folder = dataFolder()
  const key = { SVAR_BACKUP_KEY: pair.publicKey }
  for (const [environment, said] of [
    [{ SVAR_BACKUPS: '/tmp/x' }, 'SVAR_BACKUPS: needs SVAR_BACKUP_KEY'],
    [{ SVAR_BACKUPS: join(folder, 'x'), ...key }, 'must not be inside SVAR_DATA'],
    [{ SVAR_BACKUP_KEY: pair.privateKey }, 'SVAR_BACKUP_KEY: must be the public key'],
    [{ SVAR_BACKUPS: '/tmp/x', ...key, SVAR_BACKUP_KEEP: '7' }, 'SVAR_BACKUP_KEEP: must be'],
    [{ ...key, SVAR_BACKUP_KEEP: '0,1,1' }, 'must keep at least one day'],
  ] as const) {
    const { code, err } = await svar(folder, ['migrate'], environment)
    expect([code, err.trim().split('\n').length]).toEqual([1, 1])
    expect(err).toContain(said)
  }
})
