/** What the tablet needs to start without network, and a name for just that; from the server. */
interface Parts {
  version: string
  files: string[]
}

interface Later extends Event {
  waitUntil(done: Promise<unknown>): void
}

interface Asked extends Later {
  request: Request
  respondWith(reply: Promise<Response>): void
}

interface Told extends Later {
  data: unknown
}

interface Worker {
  parts: Parts
  clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(name: 'install' | 'activate', listener: (event: Later) => void): void
  addEventListener(name: 'fetch', listener: (event: Asked) => void): void
  addEventListener(name: 'message', listener: (event: Told) => void): void
}

const worker = self as unknown as Worker
const { version, files } = worker.parts
const ours = `kiosk-${version}`

worker.addEventListener('install', (event) => event.waitUntil(fill()))
worker.addEventListener('activate', (event) => event.waitUntil(clear()))
worker.addEventListener('message', (event) => {
  // Only the page knows when nobody is in the middle of an answer.
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting())
})
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== location.origin || !files.includes(pathname)) return
  event.respondWith(find(pathname, event.request))
})

async function fill() {
  const cache = await caches.open(ours)
  await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })))
}

async function clear() {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('kiosk-') && name !== ours)
  await Promise.all(old.map((name) => caches.delete(name)))
  await worker.clients.claim()
}

async function find(pathname: string, request: Request): Promise<Response> {
  const cache = await caches.open(ours)
  return (await cache.match(pathname, { ignoreVary: true })) ?? fetch(request)
}
