import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { flags, theBrowser } from '../chromium.ts'

/** Pages of a real browser, of which each has a world in it: a tablet, a server and their time. */
export function makeRig() {
  let server: Server
  let browser: Browser
  let address: string
  const pages: Page[] = []

  beforeAll(async () => {
    const files = new Map<string, [string, string]>()
    for (const name of ['main', 'page']) {
      files.set(`/${name}.js`, ['text/javascript', await bundled(name)])
      const html = `<!doctype html><title>${name}</title><body><script src="/${name}.js"></script>`
      files.set(`/${name}.html`, ['text/html', html])
    }
    server = createServer(({ url }, reply) => {
      const [type, text] = files.get(url!) ?? ['text/plain', '']
      reply.setHeader('content-type', type).setHeader('cache-control', 'max-age=3600').end(text)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await theBrowser()
  })
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()))
  })
  afterAll(() => void server?.close())

  return {
    get address() {
      return address
    },
    /** A browser of its own, whose profile is a folder on the disk and stays when it is killed. */
    async killable(folder: string) {
      const args = [
        ...flags,
        '--headless',
        '--remote-debugging-port=0',
        `--user-data-dir=${folder}`,
      ]
      const child = spawn(inject('chromium'), args, { stdio: ['ignore', 'ignore', 'pipe'] })
      const ended = once(child, 'exit')
      const debugging = await new Promise<string>((resolve) => {
        let said = ''
        child.stderr.on('data', (part) => {
          said += part
          const [, found] = /listening on (ws:\S+)/.exec(said) ?? []
          if (found) resolve(found)
        })
      })
      const browser = await chromium.connectOverCDP(debugging)
      const page = await browser.contexts()[0]!.newPage()
      await page.goto(`${address}/main.html`)
      return {
        page,
        async kill() {
          child.kill('SIGKILL')
          await ended
          await browser.close()
        },
      }
    },
    async page(): Promise<Page> {
      const page = await (await browser.newContext()).newPage()
      pages.push(page)
      await page.goto(`${address}/main.html`)
      return page
    },
  }
}

async function bundled(name: string): Promise<string> {
  const entry = join(import.meta.dirname, 'page', `${name}.ts`)
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'es2020',
      lib: { entry, formats: ['iife'], name: 'built' },
    },
  })
  const [made] = Array.isArray(built) ? built : [built]
  if (!made || !('output' in made)) throw new Error('nothing was built')
  return made.output[0].code
}
