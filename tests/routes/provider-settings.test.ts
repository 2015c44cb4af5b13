import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ACT } from '../start.ts'
import { lines, providerOffice, settings } from './provider-office.ts'

const here = providerOffice()
beforeEach(async () => {
  await here.svar.store.allowPasswords('nord', ACT)
  await here.svar.store.removeProvider('nord', ACT)
})

const admin = { email: 'anna@nord.example', email_verified: true, groups: ['svar-admin'] }

describe('the form', () => {
  test('keeps everything but the secret, which nobody sees again', async () => {
    expect((await here.save()).headers.location).toBe(`${settings}?done=saved`)
    const { browser } = await here.signedIn()
    const { body } = await browser.get(settings)
    expect(body).not.toContain('a secret of the tests only')
    expect(body).toContain('En hemlighet är sparad')
    expect(body).toMatch(/name="sites-1" value="norr" checked/)
    const stored = (await here.svar.store.provider('nord'))!
    expect(stored.secret).not.toContain('secret')
    await here.save({ 'client-secret': '', claim: 'roles' })
    const { secret, claim } = (await here.svar.store.provider('nord'))!
    expect([secret, claim]).toEqual([stored.secret, 'roles'])
  })

  test('the kept secret goes to no other address', async () => {
    await here.save()
    const moved = await here.save({ 'client-secret': '', issuer: 'https://ond.example' })
    expect(moved.statusCode).toBe(422)
    expect(moved.body).toContain('id="client-secret-fault"')
    expect((await here.svar.store.provider('nord'))!.issuer).toBe(here.provider.issuer)
  })

  test.each([
    ['issuer', { issuer: '' }],
    ['issuer', { issuer: 'http://login.example' }],
    ['issuer', { issuer: 'file:///etc/passwd' }],
    ['issuer', { issuer: 'https://login.example/?a=b' }],
    ['client-id', { 'client-id': ' ' }],
    ['claim', { claim: '' }],
    ['value-0', { 'role-0': '' }],
    ['value-0', { 'value-0': '', 'role-0': '', 'value-1': '', 'role-1': '' }],
  ])('a fault at %s is told beside it, and nothing is lost', async (field, wrong) => {
    const reply = await here.save({ 'client-secret': 'x', ...wrong })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain(`id="${field}-fault"`)
    expect(reply.body.includes('value="svar-plan"')).toBe(!('value-1' in wrong))
    expect(await here.svar.store.provider('nord')).toBeUndefined()
  })

  test('a site of another office is unknown', async () => {
    expect((await here.save({ 'sites-1': 'finns-inte' })).statusCode).toBe(404)
  })
})

describe('passwords', () => {
  test('stay until an administrator has come in by the service', async () => {
    await here.save()
    const early = await here.save({ passwords: 'no' })
    expect(early.statusCode).toBe(422)
    expect(early.body).toContain('id="passwords-fault"')
    expect((await here.signedIn()).reply.statusCode).toBe(303)

    const { browser } = await here.come('anna', admin)
    const mapped = { 'role-0': 'editor', passwords: 'no' }
    expect((await here.save(mapped, browser)).body).toContain('Ingen rad ger rollen administratör')
    expect((await here.save({ passwords: 'no' }, browser)).statusCode).toBe(303)
    const refused = (await here.signedIn()).reply
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('en egen inloggningstjänst')
    const { reply } = await here.come('anna', admin)
    expect(reply.statusCode).toBe(303)
    await here.svar.store.allowPasswords('nord', ACT)
    expect((await here.signedIn()).reply.statusCode).toBe(303)
  })

  test('a wrong password says the same as everywhere', async () => {
    await here.save()
    const { browser } = await here.come('anna', admin)
    await here.save({ passwords: 'no' }, browser)
    await browser.submit('/office/sign-out', {})
    await browser.get('/office/sign-in')
    const email = 'anna@nord.example'
    const wrong = await browser.submit('/office/sign-in', { email, password: 'fel' })
    expect(wrong.body).not.toContain('en egen inloggningstjänst')
  })

  test('the last administrator stays one, whatever the service says', async () => {
    await here.save()
    const { browser } = await here.come('anna', { ...admin, groups: ['svar-plan'] })
    expect((await browser.get(settings)).statusCode).toBe(200)
  })
})

describe('a check says in words', () => {
  let server: Server
  let reply: { status: number; type: string; body: string; location?: string }
  let issuer: string
  beforeAll(async () => {
    server = createServer((_, response) => {
      const { status, type, body, location } = reply
      response.writeHead(status, { 'content-type': type, ...(location && { location }) })
      response.end(body)
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => void server.close())

  async function check(of: string) {
    const { browser } = await here.signedIn()
    await here.save({ issuer: of, 'client-secret': 'x', ...lines }, browser)
    const sent = await browser.submit(`${settings}/check`, {})
    return (await browser.get(sent.headers.location!)).body
  }

  test('that all is well', async () => {
    expect(await check(here.provider.issuer)).toContain('Tjänsten svarar som den ska')
  })

  const json = 'application/json'
  test.each([
    ['nothing there', { status: 404, type: 'text/html', body: '' }, 'ingen tjänst för OpenID'],
    ['a page', { status: 200, type: 'text/html', body: '<p>' }, 'beskriver sig inte'],
    ['half a word', { status: 200, type: json, body: '{"iss' }, 'beskriver sig inte'],
    ['another', { status: 200, type: json, body: '{"issuer":"https://x.example"}' }, 'något annat'],
  ])('%s', async (_, given, words) => {
    reply = given
    expect(await check(issuer)).toContain(words)
  })

  test('no doors: what it says of itself lacks them', async () => {
    reply = { status: 200, type: json, body: JSON.stringify({ issuer }) }
    expect(await check(issuer)).toContain('beskriver sig inte')
  })

  test('a flood, which is not read to its end', async () => {
    const [page, token, keys] = ['a', 't', 'k'].map((path) => `${issuer}/${path}`)
    const doors = { authorization_endpoint: page, token_endpoint: token, jwks_uri: keys }
    const body = (more: string) => JSON.stringify({ issuer, ...doors, more })
    reply = { status: 200, type: json, body: body('') }
    expect(await check(issuer)).toContain('Tjänsten svarar som den ska')
    reply = { status: 200, type: json, body: body('x'.repeat(300_000)) }
    expect(await check(issuer)).toContain('beskriver sig inte')
  })

  test('a redirect is not followed', async () => {
    const location = `${here.provider.issuer}/.well-known/openid-configuration`
    reply = { status: 302, type: json, body: '', location }
    expect(await check(issuer)).toContain('ingen tjänst för OpenID')
  })

  test('nobody answers, also to who wants to sign in', async () => {
    expect(await check('http://127.0.0.1:1')).toContain('går inte att nå')
    const { browser } = await here.signedIn()
    const away = await browser.get('/office/sign-in/nord')
    expect(away.statusCode).toBe(403)
    expect(away.body).toContain('går inte att nå')
  })
})
