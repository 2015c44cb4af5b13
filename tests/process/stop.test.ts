import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { dataFolder, send, serve, svar } from './product.ts'

const fields = () => ({ submission: randomUUID(), lang: 'sv', viktigast: 'tid', kontakt: '3' })

test('SIGTERM: what is in flight is answered and kept, then it ends by itself', async () => {
  const folder = dataFolder()
  const server = await serve(folder)
  const flying = Array.from({ length: 50 }, () => send(server.port, 'karlskoga', fields()))
  await Promise.race(flying)
  const ended = server.stop()
  const replies = await Promise.all(flying)
  expect(await ended).toBe(0)
  const kept = replies.filter(({ status }) => status === 303).length
  expect(kept).toBeGreaterThan(0)
  const { out } = await svar(folder, ['check', '--json'])
  const { ok, responses } = JSON.parse(out) as { ok: boolean; responses: number }
  expect(ok).toBe(true)
  expect(responses).toBeGreaterThanOrEqual(1000 + kept)
})

test('a stalled sender holds nobody up, and does not keep it from ending', async () => {
  const folder = dataFolder()
  const server = await serve(folder)
  const stalled = Array.from({ length: 50 }, () => {
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write('POST /s/karlskoga HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n')
    return socket
  })
  expect((await send(server.port, 'karlskoga', fields())).status).toBe(303)
  for (const socket of stalled) socket.destroy()
  expect(await server.stop()).toBe(0)
})

test('a second server on the same folder refuses with a clear line', async () => {
  const folder = dataFolder()
  await serve(folder)
  const second = await svar(folder, ['serve'], { PORT: '0' })
  expect(second.code).toBe(1)
  expect(second.err).toContain('another server is running on the data folder')
  expect(second.err.trim().split('\n')).toHaveLength(1)
})

test('after SIGKILL the folder is free at once', async () => {
  const folder = dataFolder()
  const first = await serve(folder)
  await first.stop('SIGKILL')
  const second = await serve(folder)
  expect((await send(second.port, 'karlskoga', fields())).status).toBe(303)
})
