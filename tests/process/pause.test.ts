import { expect, test } from 'vitest'
import { dataFolder, svar } from './product.ts'
import { surveyFile } from './survey-file.ts'

test('a survey is paused and resumed by the command line, and refuses what cannot be', async () => {
  const folder = dataFolder()
  const { path } = surveyFile(folder)
  await svar(folder, ['survey', 'import', path, '--organisation', 'nord'])
  expect(await svar(folder, ['survey', 'pause', 'prov'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('"prov" is draft; only an open survey can be paused'),
  })
  await svar(folder, ['survey', 'open', 'prov'])
  expect(await svar(folder, ['survey', 'pause', 'prov', '--until', 'i morgon'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('"i morgon" is no date'),
  })
  const paused = await svar(folder, ['survey', 'pause', 'prov', '--until', '2999-01-01', '--json'])
  expect(JSON.parse(paused.out)).toEqual({ id: 'prov', state: 'paused', until: '2999-01-01' })
  const listed = await svar(folder, ['survey', 'list', '--json'])
  expect(JSON.parse(listed.out)).toMatchObject([{ id: 'prov', state: 'paused' }])
  expect(await svar(folder, ['survey', 'resume', 'prov'])).toMatchObject({
    code: 0,
    out: '"prov" is open again.\n',
  })
})
