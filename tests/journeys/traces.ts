import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** The files of a folder in which the word stands, as programs may have written it. */
export function filesWith(folder: string, word: string): string[] {
  const forms = written(word)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry: Dirent) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return forms.some((form) => bytes.includes(form))
    })
}

/** UTF-8, UTF-16, and both in base64, wherever in it the word begins. */
export function written(word: string): Buffer[] {
  const plain = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]
  return [...plain, ...plain.flatMap((bytes) => [0, 1, 2].map((before) => inBase64(bytes, before)))]
}

/** Without the characters that hang on what stands before and after. */
function inBase64(bytes: Buffer, before: number): Buffer {
  const whole = Buffer.concat([Buffer.alloc(before), bytes])
  const characters = whole.toString('base64').replaceAll('=', '')
  const sure = Math.floor((whole.length * 8) / 6)
  return Buffer.from(characters.slice(Math.ceil((before * 8) / 6), sure))
}

/** Where in what the page can reach the word stands. */
export async function placesWith(page: Page, word: string): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page)
  const { entries } = await cdp.send('Page.getNavigationHistory')
  const places = { ...(await page.evaluate(reach)), history: JSON.stringify(entries) }
  await cdp.detach()
  return Object.entries(places)
    .filter(([, said]) => said.includes(word))
    .map(([place]) => place)
}

async function reach() {
  const read = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error))
    })
  const databases = []
  for (const { name } of await indexedDB.databases()) {
    const database = await read(indexedDB.open(name!))
    for (const table of database.objectStoreNames) {
      databases.push(await read(database.transaction(table).objectStore(table).getAll()))
    }
    database.close()
  }
  const cached = []
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const reply = await cache.match(request)
      cached.push(request.url, await reply?.text())
    }
  }
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')]
  return {
    document: document.documentElement.outerHTML,
    fields: fields.map(({ value }) => value).join('\n'),
    databases: JSON.stringify(databases),
    caches: cached.join('\n'),
    storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    address: `${location.href} ${document.title} ${JSON.stringify(history.state)} ${window.name}`,
    selection: String(getSelection()),
  }
}
