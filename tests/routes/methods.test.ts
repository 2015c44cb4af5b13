import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, content } from '../make.ts'
import { start, type Started } from '../start.ts'

let svar: Started
beforeAll(async () => {
  svar = await start()
  await svar.open(content([ask.text('ord')]))
})
afterAll(() => svar.close())

type Method = 'DELETE' | 'GET' | 'HEAD' | 'OPTIONS' | 'PATCH' | 'POST' | 'PUT'
const ask405 = (method: Method, url: string) =>
  svar.app.inject({ method, url, headers: { 'accept-language': 'da' } })

describe('a known address with a method it does not have', () => {
  test.each([
    ['PUT', '/s/prov', 'GET, HEAD, OPTIONS, POST'],
    ['POST', '/s/prov/thanks?lang=da', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/office/sign-in', 'GET, HEAD, OPTIONS, POST'],
    ['GET', '/office/sign-out', 'OPTIONS, POST'],
    ['HEAD', '/office/surveys/prov/live', 'GET, OPTIONS'],
  ] as const)('%s %s: 405 with what it has, as a page', async (method, url, allow) => {
    const reply = await ask405(method, url)
    expect([reply.statusCode, reply.headers.allow]).toEqual([405, allow])
    expect(reply.headers['content-type']).toContain('text/html')
    expect(reply.headers['content-language']).toBe('da')
    if (method !== 'HEAD') expect(reply.body).toContain('<h1>Det kan du ikke gøre her')
  })

  test.each([
    ['DELETE', '/api/surveys/prov/results', 'GET, HEAD, OPTIONS'],
    ['GET', '/api/surveys/prov/responses', 'OPTIONS, POST'],
  ] as const)('%s %s: 405 as JSON', async (method, url, allow) => {
    const reply = await ask405(method, url)
    expect([reply.statusCode, reply.headers.allow]).toEqual([405, allow])
    expect(reply.json()).toEqual({ error: 'method-unknown', reasons: [] })
  })

  test('OPTIONS is told without a body', async () => {
    const reply = await ask405('OPTIONS', '/s/prov')
    expect(reply.statusCode).toBe(204)
    expect(reply.headers.allow).toBe('GET, HEAD, OPTIONS, POST')
    expect(reply.body).toBe('')
  })

  test.each([
    ['PUT', '/finns-inte'],
    ['OPTIONS', '/office/finns-inte'],
  ] as const)('%s %s: what is not there stays unknown', async (method, url) => {
    const reply = await ask405(method, url)
    expect([303, 404]).toContain(reply.statusCode)
    expect(reply.headers.allow).toBeUndefined()
  })

  test('HEAD is answered as GET is', async () => {
    const reply = await ask405('HEAD', '/s/prov')
    expect([reply.statusCode, reply.body]).toEqual([200, ''])
  })
})
