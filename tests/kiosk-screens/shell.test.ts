import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadAssets } from '../../src/assets.ts'
import { start, type Started } from '../start.ts'

let svar: Started
beforeAll(async () => {
  svar = await start()
})
afterAll(() => svar.close())

const get = (url: string, headers = {}) => svar.app.inject({ url, headers })

test('the shell runs nothing but our own files', async () => {
  const { headers, body, statusCode } = await get('/kiosk', { 'accept-language': 'da' })
  expect(statusCode).toBe(200)
  const policy = String(headers['content-security-policy']).split('; ')
  expect(policy).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "frame-ancestors 'none'",
    ]),
  )
  expect(policy.join()).not.toMatch(/unsafe|\*|https?:/)
  expect(headers['content-language']).toBe('da')
  expect(body).toContain('<html lang="da" dir="ltr"')
  expect(body).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|\sstyle=/)
})

test('the worker may be told of everything that the tablet starts with, and of nothing that is not there', async () => {
  const { headers, body } = await get('/kiosk/worker.js')
  expect(headers).toMatchObject({
    'cache-control': 'no-cache',
    'service-worker-allowed': '/kiosk',
    'content-type': 'text/javascript; charset=utf-8',
  })
  const { files, version } = JSON.parse(/^self\.parts=(.*);$/m.exec(body)![1]!) as {
    files: string[]
    version: string
  }
  const replies = await Promise.all(files.map((file) => get(file)))
  expect(replies.map(({ statusCode }) => statusCode)).toEqual(files.map(() => 200))
  const [shell] = replies
  expect(shell!.body).toContain(`data-version="${version}"`)
  const named = [...shell!.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path)
  expect(files).toEqual(expect.arrayContaining(named))
  const { icons } = JSON.parse((await get('/kiosk/manifest.webmanifest')).body) as {
    icons: { src: string }[]
  }
  expect(files).toEqual(expect.arrayContaining(icons.map(({ src }) => src)))
  expect(body).not.toMatch(/^(import|export)\b/m)
})

test('the whole script is small', async () => {
  const folder = join(import.meta.dirname, '../../dist/web')
  const { script, imported } = loadAssets(folder).kiosk
  const sizes = [script, ...imported].map((path) => readFileSync(join(folder, `${path}.gz`)).length)
  const bytes = sizes.reduce((sum, size) => sum + size)
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThan(40_000)
})
