import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, svar } from './product.ts'

test('svar site: import refuses with every faulty row, and list shows what was taken', async () => {
  const folder = dataFolder()
  const file = join(folder, 'sites.csv')
  writeFileSync(file, 'id;name;listed;group\na;Ärla;12;Nord\nb b;Bo;1;\nc;;2;\n')
  const take = ['site', 'import', file, '--organisation', 'nord']
  const refused = await svar(folder, take)
  expect(refused.code).toBe(1)
  expect(refused.err).toContain(`${file}:3: “b b” cannot be an id.`)
  expect(refused.err).toContain(`${file}:4: The name is missing.`)
  expect(JSON.parse((await svar(folder, ['site', 'list', '--json'])).out)).toEqual([])
  const taken = await svar(folder, [...take, '--skip-faulty', '--json'])
  const counts = { added: 1, changed: 0, same: 0, faulty: 2 }
  expect(JSON.parse(taken.out)).toEqual({ organisation: 'nord', ...counts })
  const site = { id: 'a', name: 'Ärla', listed: 12, group: 'Nord', retired: false }
  expect(JSON.parse((await svar(folder, ['site', 'list', '--json'])).out)).toEqual([
    { organisation: 'nord', ...site },
  ])
})
