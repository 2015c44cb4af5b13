import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ConfigError, readConfig } from '../../src/config.ts'
import { makeBackupPair } from '../../src/backup/key.ts'
import { start } from '../start.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** What the server itself says that it knows. */
function knownVariables(): string[] {
  try {
    readConfig({ SVAR_NO_SUCH: '1' })
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('known: ')[1]!.split(', ')
  }
  throw new Error('an unknown variable was taken')
}

test('every variable is in the README’s table, and no other', () => {
  const table = /## Configuration\n(.*?)\n## /s.exec(read('README.md'))![1]!
  const named = [...table.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell]) =>
    cell!.replaceAll('`', '').split(', '),
  )
  expect(named.toSorted()).toEqual(knownVariables().toSorted())
})

test('settings to begin with are known, and make a configuration with a key', () => {
  const lines = read('docs/operations/svar.env').matchAll(/^(\w+)=(.*)$/gm)
  const given = Object.fromEntries([...lines].map(([, name, value]) => [name!, value!]))
  const config = readConfig({ ...given, SVAR_BACKUP_KEY: makeBackupPair().publicKey })
  expect(config).toMatchObject({ demo: false, folder: '/var/lib/svar' })
})

test('every metric of an alert, and of the page, is one that the server has', async () => {
  const environment = {
    SMTP_URL: 'smtp://127.0.0.1:9',
    SVAR_BACKUPS: '/nowhere/at-all',
    SVAR_BACKUP_KEY: makeBackupPair().publicKey,
  }
  const svar = await start({ environment })
  const { body } = await svar.app.inject({ url: '/metrics', remoteAddress: '127.0.0.1' })
  await svar.close()
  const known = new Set([...body.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name!))
  const rules = alerts()
  expect(rules.length).toBeGreaterThan(8)
  const asked = rules.flatMap(({ expr }) => expr.match(/\bsvar_\w+/g) ?? [])
  const told: string[] = read('docs/operations.md').match(/\bsvar_\w+/g) ?? []
  expect([...asked, ...told].filter((name) => !known.has(name))).toEqual([])
  // Each is explained to whoever is woken.
  expect([...new Set(asked)].filter((name) => !told.includes(name))).toEqual([])
})

test('every task that an alert names is a job of the schedule', () => {
  const jobs = [...read('src/schedule.ts').matchAll(/^ {2}(\w+): \{/gm)].map(([, name]) => name)
  const tasks = alerts().flatMap(({ expr }) => [...expr.matchAll(/task="(\w+)"/g)])
  expect(tasks.length).toBeGreaterThan(1)
  for (const [, task] of tasks) expect(jobs).toContain(task)
})

test('the page names every file that lies beside it', () => {
  const page = read('docs/operations.md')
  for (const file of readdirSync(join(root, 'docs/operations'))) {
    expect(page).toContain(`(operations/${file})`)
  }
})

interface Rule {
  alert: string
  expr: string
  labels: { severity: string }
  annotations: { summary: string }
}

function alerts() {
  const { groups } = parse(read('docs/operations/alerts.yml')) as { groups: { rules: Rule[] }[] }
  const rules = groups.flatMap((group) => group.rules)
  for (const { alert, expr, labels, annotations } of rules) {
    expect([typeof expr, typeof annotations.summary], alert).toEqual(['string', 'string'])
    expect(['page', 'ticket'], alert).toContain(labels.severity)
  }
  return rules
}
