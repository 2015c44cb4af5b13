import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, MAIN, send, serve, svar } from './product.ts'
import { surveyFile } from './survey-file.ts'

const docs = join(import.meta.dirname, '../../docs')
const read = (file: string) => readFileSync(join(docs, file), 'utf8')

test('the commands of docs/operations.md do what they say, as they stand there', async () => {
  expect(blocks.filter(({ how }) => how === 'run').length).toBeGreaterThan(7)
  expect(blocks.filter(({ how }) => how === 'stopped').length).toBeGreaterThan(1)
  const root = dataFolder()
  prepare(root)
  const data = join(root, 'var/lib/svar')
  const settings = { SVAR_DEMO: '0' }
  await closedSurvey(data)
  const server = await serve(data, settings)
  const run = (block: string) => shell(root, server.port, block)
  const said: string[] = []
  for (const { block } of blocks.filter(({ how }) => how === 'run')) said.push(await run(block))
  const all = said.join('\n')
  for (const words of [
    '"ok":true',
    'svar_ready 1',
    'success_timestamp_seconds{task="release"} 1',
    'All is well: 1 responses.',
    'Read back:',
  ]) {
    expect(all).toContain(words)
  }
  expect(await server.stop()).toBe(0)
  for (const { block } of blocks.filter(({ how }) => how === 'stopped')) {
    expect(await run(block)).toContain('All is well')
  }
})

/** The blocks of the page that say how they are to be run. */
const blocks = [...read('operations.md').matchAll(/```sh (run|stopped)\n(.*?)```/gs)].map(
  ([, how, block]) => ({ how, block: block! }),
)

/** What the page calls by the places of a real machine, beneath a folder. */
const places = ['/var/lib', '/srv', '/etc/svar.env', '/root', '/media/stick', '/mnt/usb']
const beneath = (root: string, text: string) =>
  places.reduce((whole, place) => whole.replaceAll(place, join(root, place)), text)

function prepare(root: string) {
  for (const folder of ['var/lib/svar', 'srv/svar-backups', 'root', 'media/stick', 'mnt/usb']) {
    mkdirSync(join(root, folder), { recursive: true })
  }
  mkdirSync(join(root, 'etc'))
  mkdirSync(join(root, 'bin'))
  writeFileSync(join(root, 'etc/svar.env'), beneath(root, read('operations/svar.env')))
  const command = beneath(root, read('operations/svar'))
    .replace('/opt/svar/node_modules/.bin/node', process.execPath)
    .replace('/opt/svar/dist/server/main.js', MAIN)
  writeFileSync(join(root, 'bin/svar'), command)
  chmodSync(join(root, 'bin/svar'), 0o755)
}

/** "vantrum", with an answer, so that it can be purged early. */
async function closedSurvey(data: string) {
  const { path } = surveyFile(data, (tree) => (tree['id'] = 'vantrum'))
  await svar(data, ['survey', 'import', path, '--organisation', 'nord'])
  const server = await serve(data, { SVAR_DEMO: '0' })
  await svar(data, ['survey', 'open', 'vantrum'])
  const fields = { submission: 'an-answer-of-one', lang: 'sv', val: 'a' }
  expect((await send(server.port, 'vantrum', fields)).status).toBe(303)
  expect((await svar(data, ['survey', 'close', 'vantrum'])).code).toBe(0)
  await server.stop()
}

/** Runs a block; places to restore into are empty, and the backup it names is the newest. */
function shell(root: string, port: number, block: string): Promise<string> {
  rmSync(join(root, 'srv/svar'), { recursive: true, force: true })
  const script = beneath(root, block)
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${port}`)
    .replaceAll(/(\S+)\/svar-2027\w+\.backup/g, '"$(ls $1/*.backup | tail -1)"')
  const env = { ...process.env, PATH: `${join(root, 'bin')}:${process.env['PATH']}` }
  return new Promise((resolve, reject) => {
    execFile('bash', ['-euo', 'pipefail', '-c', script], { env }, (error, out, err) =>
      error ? reject(new Error(`${block}\n${out}\n${err}`)) : resolve(out),
    )
  })
}
