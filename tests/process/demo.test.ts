import { spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, MAIN, serve, svar } from './product.ts'

const list = async (folder: string) =>
  JSON.parse((await svar(folder, ['survey', 'list', '--json'])).out) as { responses: number }[]

/** Starts an empty installation, and kills it as soon as something of the demo is there. */
function killedWhileLoading(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const env = { ...process.env, SVAR_DATA: folder, PORT: '0' }
    const child = spawn(process.execPath, [MAIN, 'serve'], { env, stdio: 'ignore' })
    let loading = false
    const watcher = watch(folder, (_, name) => {
      loading ||= name === 'demo-loading'
      if (loading && name?.endsWith('-wal')) child.kill('SIGKILL')
    })
    child.once('exit', () => {
      watcher.close()
      resolve()
    })
  })
}

test('a demo whose loading was cut short is completed at the next start', async () => {
  const whole = dataFolder()
  expect(await svar(whole, ['demo'])).toMatchObject({ code: 0 })
  expect(await svar(whole, ['demo'])).toMatchObject({ code: 1 })

  const half = dataFolder()
  await killedWhileLoading(half)
  expect(existsSync(join(half, 'demo-loading'))).toBe(true)
  expect(await list(half)).not.toEqual(await list(whole))
  const server = await serve(half)
  await server.stop()
  expect(await list(half)).toEqual(await list(whole))
  expect(await svar(half, ['demo'])).toMatchObject({ code: 1 })
})

test('what there is of a demo is not loaded twice', async () => {
  const folder = dataFolder()
  await killedWhileLoading(folder)
  expect(await svar(folder, ['demo'])).toMatchObject({ code: 0 })
  const all = (await list(folder)).map(({ responses }) => responses)
  expect(all).toEqual([180, 420, 160, 240])
})
