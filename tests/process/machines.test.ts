import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import pack from '../../package.json'
import { dataFolder, svar } from './product.ts'
import { surveyFile } from './survey-file.ts'

test('every step by a script, with one line of JSON each', async () => {
  const folder = dataFolder()
  const { path } = surveyFile(folder)
  const said = async (...args: string[]) => {
    const { code, out } = await svar(folder, [...args, '--json'])
    expect([code, out.split('\n').length]).toEqual([0, 2])
    return JSON.parse(out) as unknown
  }
  const nord = ['--organisation', 'nord']
  expect(await said('migrate')).toEqual({ ok: true })
  expect(await said('survey', 'import', path, ...nord)).toEqual({
    id: 'prov',
    organisation: 'nord',
  })
  const opened = { id: 'prov', state: 'open', questionnaire: 1 }
  expect(await said('survey', 'open', 'prov')).toEqual(opened)
  const password = 'lång och god mening'
  const added = { email: 'anna@nord.example', organisation: 'nord', role: 'administrator' }
  expect(await said('user', 'add', added.email, '--password', password)).toEqual(added)
  const bo = { email: 'bo@nord.example', organisation: 'nord', role: 'planner' }
  const made = { ...bo, password: expect.stringMatching(/^.{20}$/) as string }
  expect(await said('user', 'add', bo.email, '--role', 'planner')).toEqual(made)
  expect(await said('release')).toEqual({ released: [] })
  const closed = { id: 'prov', state: 'closed', waitsFor: [] }
  expect(await said('survey', 'close', 'prov')).toEqual(closed)
  expect(await said('check')).toEqual({ ok: true, responses: 0, faults: [] })
})

test('a broken database is told as JSON too', async () => {
  const folder = dataFolder()
  await svar(folder, ['migrate'])
  const file = readdirSync(folder).find((name) => /\.(db|sqlite)$/.test(name))
  writeFileSync(join(folder, file!), 'this has never been a database'.repeat(1000))
  const { code, out, err } = await svar(folder, ['check', '--json'])
  expect(code).toBe(1)
  expect(err).toBe('svar: the check found faults\n')
  const { ok, responses, faults } = JSON.parse(out) as Record<string, unknown>
  expect([ok, responses]).toEqual([false, 0])
  expect(faults).toEqual([expect.stringMatching(/^database: /)])
})

test('a folder that is mistyped has no database, and is not made', async () => {
  const folder = join(dataFolder(), 'mistyped')
  const { code, err } = await svar(folder, ['check', '--json'])
  expect([code, err]).toEqual([1, `svar: there is no database in ${folder} (SVAR_DATA)\n`])
  expect(existsSync(folder)).toBe(false)
})

test('--version is the package’s', async () => {
  expect(await svar(dataFolder(), ['--version'])).toMatchObject({
    code: 0,
    out: `${pack.version}\n`,
  })
})

test('a mistyped organisation is not made, and the known ones are named', async () => {
  const folder = dataFolder()
  const { path } = surveyFile(folder)
  const first = await svar(folder, ['survey', 'import', path, '--organisation', 'nord'])
  expect(first.code).toBe(0)
  expect(first.err).toContain('Made the organisation "nord"')
  for (const command of [
    ['survey', 'import', path],
    ['user', 'add', 'anna@nord.example'],
    ['token', 'add', '--scope', 'read'],
  ]) {
    const { code, out, err } = await svar(folder, [...command, '--organisation', 'nrod'])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('there is no organisation "nrod" (nord)')
    expect(err).toContain('`svar organisation set nrod --name "…"` makes it')
  }
  await svar(folder, ['organisation', 'set', 'syd', '--name', 'Syd'])
  const token = ['token', 'add', '--scope', 'read', '--organisation']
  expect((await svar(folder, [...token, 'syd'])).code).toBe(0)
})

test('beside the demo, the first organisation of one’s own is made by naming it', async () => {
  const folder = dataFolder()
  await svar(folder, ['demo'])
  const token = ['token', 'add', '--scope', 'read', '--organisation']
  expect((await svar(folder, [...token, 'nord'])).code).toBe(0)
  expect((await svar(folder, [...token, 'syd'])).code).toBe(1)
  expect((await svar(folder, [...token, 'vastkom'])).code).toBe(0)
})
