import { afterAll, beforeAll, expect } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import { numbersFrom, seeded } from '../random.ts'
import { signedIn } from '../routes/two-offices.ts'
import { ACT, start, type Started } from '../start.ts'
import { offencesOn, skeletonOf } from './page.ts'
import { hostile, tame } from './words.ts'

type Reply = Awaited<ReturnType<Browser['get']>>

/** What one of the two offices has to do with: its browser, and words for whatever is asked. */
export interface Office {
  /** also the organisation's id */
  name: string
  browser: Browser
  say(longest?: number): string
  /** Looks at a reply, so that it is compared with the other office's. */
  see(reply: Reply): Reply
}

/**
 * Two offices in one installation that do the same: one writes hostile words, the other the same
 * words without anything in them that means something to a page. Each page must be the same but
 * for its words.
 */
export function twins(name: string, environment: Record<string, string> = {}) {
  let svar: Started
  const seed = Math.floor(seeded(name)() * 2 ** 31)
  let said = 0
  const browsers = new Map<string, Browser>()
  beforeAll(async () => {
    svar = await start({ environment })
    for (const id of ['vild', 'tam']) {
      await svar.store.saveOrganisation({ id, name: id, accent: '#0b5f66', demo: false }, ACT)
      await svar.addUser(`anna@${id}.example`, id)
      browsers.set(id, await signedIn(svar, `anna@${id}.example`))
    }
  })
  afterAll(() => svar.close())

  async function through(id: string, round: number, doing: (office: Office) => Promise<void>) {
    const random = numbersFrom(seed + round)
    const seen: { what: string; status: number; tags: string }[] = []
    await doing({
      name: id,
      browser: browsers.get(id)!,
      say(longest = 90) {
        said += 1
        const words = hostile(random, longest)
        return id === 'vild' ? words : tame(words)
      },
      see(reply) {
        const { statusCode: status } = reply
        const what = `${reply.raw.req.method} ${reply.raw.req.url}`
        expect(status, `${what}: ${reply.body.slice(0, 300)}`).toBeLessThan(500)
        expectOneLine(reply)
        const isPage = String(reply.headers['content-type']).startsWith('text/html')
        const tags = isPage ? skeletonOf(reply.body) : []
        expect(isPage ? offencesOn(reply.body, tags) : [], what).toEqual([])
        seen.push({ what, status, tags: tags.join('\n') })
        return reply
      },
    })
    return seen
  }

  return {
    get svar() {
      return svar
    },
    /** How many hostile strings have been written. */
    get said() {
      return said / 2
    },
    async both(rounds: number, doing: (office: Office, round: number) => Promise<void>) {
      for (let round = 0; round < rounds; round += 1) {
        const wild = await through('vild', round, (office) => doing(office, round))
        const calm = await through('tam', round, (office) => doing(office, round))
        expect(wild.length).toBe(calm.length)
        for (const [place, { what, status, tags }] of wild.entries()) {
          expect(status, `${what} in round ${round}`).toBe(calm[place]!.status)
          expect(tags, `${what} in round ${round}`).toBe(calm[place]!.tags)
        }
      }
    },
  }
}

/** No word has become a header, or broken one. */
function expectOneLine({ headers }: Reply) {
  expect(headers['bcc'] ?? headers['x-evil']).toBeUndefined()
  for (const value of Object.values(headers)) expect(String(value)).not.toMatch(/[\r\n\0]/)
}
