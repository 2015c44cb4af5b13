import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, send, serve, svar } from './product.ts'

const sending = () => ({
  submission: randomUUID(),
  lang: 'sv',
  viktigast: 'tid',
  kontakt: '3',
  eget: 'Det jag skrev ska inte gå förlorat. '.repeat(20),
})

test('when the disk takes no more: 503 with the answers on the page, never a false thanks, and recovery', async () => {
  const folder = dataFolder()
  const server = await serve(folder)
  const limit = (bytes: string) =>
    execFileSync('prlimit', ['--pid', String(server.process.pid), `--fsize=${bytes}:unlimited`])
  const first = await send(server.port, 'karlskoga', sending())
  expect(first.status).toBe(303)

  // No file may grow: what a full disk does to the write-ahead log, done to this process alone.
  limit(String(statSync(join(folder, 'svar.db-wal')).size))
  let kept = 1
  const refused = []
  for (let tries = 0; tries < 20; tries += 1) {
    const fields = sending()
    const reply = await send(server.port, 'karlskoga', fields)
    if (reply.status === 303) kept += 1
    else refused.push({ fields, reply })
  }
  expect(refused.length).toBeGreaterThan(0)
  for (const { fields, reply } of refused) {
    expect(reply.status).toBe(503)
    expect(Number(reply.headers?.get('retry-after'))).toBeGreaterThan(0)
    expect(reply.body).toContain(fields.submission)
    expect(reply.body).toContain('Det jag skrev ska inte gå förlorat.')
  }
  const health = async (what: string) =>
    (await fetch(`http://127.0.0.1:${server.port}/health/${what}`)).status
  expect(await health('live')).toBe(200)
  limit('0')
  for (let tries = 0; tries < 10; tries += 1) {
    expect((await send(server.port, 'karlskoga', sending())).status).toBe(503)
  }
  expect(await health('ready')).toBe(503)

  // One for each cause: a line for each answer would fill the disk further.
  const lines = server.said().match(/^.*"code":"unavailable".*$/gm)!
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.length).toBeLessThan(6)

  limit('unlimited')
  expect(await health('ready')).toBe(200)
  for (const { fields } of refused) {
    expect((await send(server.port, 'karlskoga', fields)).status).toBe(303)
  }
  expect(await server.stop()).toBe(0)
  const { out } = await svar(folder, ['check', '--json'])
  expect(JSON.parse(out)).toMatchObject({ ok: true, responses: 1000 + kept + refused.length })
})
