import type { App } from '../src/app.ts'
import { formOf } from './form.ts'

/** A browser's cookies and form token, for tests that need no screen. */
export class Browser {
  readonly cookies = new Map<string, string>()
  #csrf = ''
  readonly #app: App
  readonly #address: string

  constructor(app: App, address = '192.0.2.1') {
    this.#app = app
    this.#address = address
  }

  get(url: string, headers: Record<string, string> = {}) {
    return this.#send('GET', url, undefined, '', headers)
  }

  post(url: string, payload: string | Buffer, type = 'application/x-www-form-urlencoded') {
    return this.#send('POST', url, payload, type)
  }

  /** Sends JSON as a script does, with the token of the page last seen. */
  json(url: string, body: object) {
    return this.post(url, JSON.stringify({ ...body, _csrf: this.#csrf }), 'application/json')
  }

  /** Sends a form with a file. */
  async upload(
    url: string,
    fields: Record<string, string>,
    file: string | Buffer,
    name = 'enkät.yaml',
  ) {
    const form = new FormData()
    for (const [name, value] of Object.entries({ _csrf: this.#csrf, ...fields })) {
      form.append(name, value)
    }
    const parts = [typeof file === 'string' ? file : new Uint8Array(file)]
    form.append('file', new Blob(parts, { type: 'text/yaml' }), name)
    const body = new Response(form)
    const type = body.headers.get('content-type')!
    return this.post(url, Buffer.from(await body.arrayBuffer()), type)
  }

  /** Sends a form with the token of the page last seen. */
  submit(url: string, fields: Record<string, string | string[]>) {
    return this.post(url, formOf({ ...fields, _csrf: this.#csrf }))
  }

  async #send(
    method: 'GET' | 'POST',
    url: string,
    payload?: string | Buffer,
    type = '',
    headers = {},
  ) {
    const reply = await this.#app.inject({
      method,
      url,
      remoteAddress: this.#address,
      headers: {
        ...headers,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(payload !== undefined && { 'content-type': type }),
      },
      ...(payload !== undefined && { payload }),
    })
    for (const { name, value } of reply.cookies) {
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    this.#csrf = /name="_csrf" value="([^"]+)"/.exec(reply.body)?.[1] ?? this.#csrf
    return reply
  }
}
