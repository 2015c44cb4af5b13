import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { seeded } from '../random.ts'
import { wholeSurvey } from '../survey/whole.ts'
import { dataFolder, svar } from './product.ts'

test('what svar survey export prints, svar survey import takes as the same survey', async () => {
  const seed = Math.floor(seeded('whole surveys by command')() * 2 ** 31)
  const [tree] = fc.sample(wholeSurvey('hel'), { seed, numRuns: 1 })
  const [first, second] = [dataFolder(), dataFolder()]
  const take = (folder: string, input: string) =>
    svar(folder, ['survey', 'import', '-', '--organisation', 'nord'], {}, input)
  const given = (folder: string, ...more: string[]) =>
    svar(folder, ['survey', 'export', 'hel', ...more])

  expect((await take(first, JSON.stringify(tree))).code).toBe(0)
  const asYaml = (await given(first)).out
  expect(parse(asYaml)).toEqual(tree)
  expect((await take(second, asYaml)).code).toBe(0)
  expect(JSON.parse((await given(second, '--json')).out)).toEqual(tree)
})
