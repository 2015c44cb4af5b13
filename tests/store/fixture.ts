import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import type { Content } from '../../src/survey/questionnaire.ts'

/** How a store is opened in a folder; what the contract is run with. */
export type Open = (folder: string) => Store

export const act = { by: 'test', at: '2026-06-01T10:00:00Z' }

/** What another process wrote is noticed in the next turn of the event loop at the latest. */
export const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

/** A temporary folder for each test, and stores on it which are closed afterwards. */
export function useFolder(open: Open) {
  let folder = ''
  let opened: Store[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'svar-store-'))
  })
  afterEach(async () => {
    await Promise.all(opened.map((store) => store.close()))
    opened = []
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    path: (name: string) => join(folder, name),
    open() {
      const store = open(folder)
      opened.push(store)
      return store
    },
    async close() {
      for (const store of opened.splice(0)) await store.close()
    },
    /** A store in which surveys of an organisation have been issued. */
    async with(...contents: Content[]) {
      const store = this.open()
      for (const content of contents) await issue(store, content)
      return store
    },
  }
}

export async function issue(store: Store, content: Content, organisation = 'nord') {
  await store.saveOrganisation(
    {
      id: organisation,
      name: organisation,
      accent: '#0b5f66',
      demo: false,
    },
    act,
  )
  await store.saveDraft(organisation, content, { id: content.id }, act)
  return store.issue(organisation, content.id, content, act)
}
