import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject, onTestFinished, vi } from 'vitest'
import { flags } from '../chromium.ts'
import { LANDSCAPE } from './tablet.ts'

export type Stand = Awaited<ReturnType<typeof makeStand>>

interface Process {
  type: string
  id: number
}

/** A tablet that can be switched off and lose its power: a browser and what it has on its disk. */
export function makeStand() {
  const profile = mkdtempSync(join(tmpdir(), 'svar-profile-'))
  let context: BrowserContext | undefined
  onTestFinished(async () => {
    await context?.close().catch(() => undefined)
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  })

  return {
    profile,
    /** The browser starts, with its clock at `time`, and opens the address. */
    async switchOn(address: string, time?: number): Promise<Page> {
      context = await chromium.launchPersistentContext(profile, {
        executablePath: inject('chromium'),
        args: flags,
        viewport: LANDSCAPE,
        hasTouch: true,
        reducedMotion: 'reduce',
        locale: 'sv-SE',
      })
      context.setDefaultTimeout(15_000)
      if (time !== undefined) await context.clock.install({ time })
      const page = context.pages()[0]!
      await page.goto(address)
      return page
    },
    switchOff: async () => context!.close(),
    /** The power goes at this moment. */
    async kill() {
      const session = await context!.browser()!.newBrowserCDPSession()
      const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
        processInfo: Process[]
      }
      const ended = new Promise((resolve) => context!.once('close', resolve))
      const browserFirst = processInfo.toSorted((one) => (one.type === 'browser' ? -1 : 1))
      for (const { id } of browserFirst) end(id)
      await ended
      await vi.waitUntil(() => !browserFirst.some(({ id }) => isThere(id)), { timeout: 10_000 })
    },
  }
}

function end(id: number) {
  // The browser takes its children with it; some may be gone by now.
  if (isThere(id)) process.kill(id, 'SIGKILL')
}

function isThere(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

/** How many answers wait on the tablet. */
export const queued = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('svar-kiosk')
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('items').objectStore('items').count()
          counting.addEventListener('success', () => {
            opening.result.close()
            resolve(counting.result)
          })
        })
        opening.addEventListener('error', () => reject(opening.error))
      }),
  )
