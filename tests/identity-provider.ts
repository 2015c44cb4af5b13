import type { Server } from 'node:http'
import { Provider } from 'oidc-provider'
import { freePort } from './server.ts'

export interface Person {
  email?: string
  email_verified?: boolean
  name?: string
  groups?: string[]
}

export const client = { id: 'svar', secret: 'a secret of the tests only' }

/** A real OpenID provider on this machine, with people of the test's choosing. */
export async function startProvider(callback: string) {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const people = new Map<string, Person>()
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [callback] }],
    cookies: { keys: ['of the tests'] },
    claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
    async loadExistingGrant({ oidc }) {
      const { client, session } = oidc
      const owner = { clientId: client!.clientId, accountId: session!.accountId! }
      const grant = new oidc.provider.Grant(owner)
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const server = await new Promise<Server>((resolve) => {
    const listening = provider.listen(port, '127.0.0.1', () => resolve(listening))
  })
  return {
    issuer,
    people,
    /** Signs in as a person does, and gives back where the provider then sends the browser. */
    signIn: (address: string, login: string) => throughPages(address, issuer, login),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function throughPages(address: string, issuer: string, login: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = address
  let form: URLSearchParams | undefined
  for (let hop = 0; hop < 10; hop += 1) {
    if (!next.startsWith(issuer)) return next
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const method = form ? 'POST' : 'GET'
    const reply = await fetch(next, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method, body: form }),
    })
    for (const line of reply.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      cookies.set(name!, value!)
    }
    const page = await reply.text()
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1]
    const to = reply.headers.get('location') ?? action
    if (!to) throw new Error(`${reply.status} at ${next}: ${page}`)
    next = new URL(to, next).href
    form = action && !reply.headers.has('location') ? formFor(login) : undefined
  }
  throw new Error(`no end of redirects from ${address}`)
}

const formFor = (login: string) => new URLSearchParams({ prompt: 'login', login, password: 'x' })
