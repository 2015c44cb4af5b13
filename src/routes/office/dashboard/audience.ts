import type { ServerResponse } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { participationAt } from '../../../survey/own-sites.ts'
import { may } from '../../../survey/rights.ts'
import type { Standing } from '../../../store/store.ts'
import type { Deps } from '../../deps.ts'
import type { Sessions } from '../session.ts'

const HEARTBEAT = 25_000
const BEAT = Buffer.from(': \n\n')
/** A reader that has so many bytes waiting is let go; it comes back by itself. */
const BEHIND = 64 * 1024
/** So many are told before those who answer get their turn. */
const TURN = 25

interface Reader {
  /** of the session that watches */
  token: Buffer
  raw: ServerResponse
}

/** What is said to a reader of some sites: the same bytes to all of them. */
type Words = (sites: string[]) => Buffer

export type Audience = ReturnType<typeof makeAudience>

/** Everyone who reads one survey: its participation is read once for all of them. */
export function makeAudience(
  { store, live }: Pick<Deps, 'store' | 'live'>,
  sessions: Pick<Sessions, 'standing'>,
  { organisation, survey, gone }: { organisation: string; survey: string; gone: () => void },
) {
  const readers = new Set<Reader>()
  let timer: NodeJS.Timeout | undefined
  /** what was read last, for those who come meanwhile: after a restart they all come at once */
  let recent: Promise<Words | undefined> | undefined
  const stop = live.watch(survey, () => {
    recent = undefined
    timer ??= setTimeout(() => void tellAll(), live.pause)
  })
  const beat = setInterval(() => void sayToAll(() => BEAT), HEARTBEAT)

  async function tellAll() {
    timer = undefined
    await sayToAll(await readWords())
  }

  function recentWords() {
    if (!recent) setTimeout(() => (recent = undefined), live.pause).unref()
    recent ??= readWords()
    return recent
  }

  async function readWords(): Promise<Words | undefined> {
    // Read before the numbers are: what comes meanwhile is told once more rather than never.
    const id = live.latest(survey)
    const all = await store.participation(organisation, survey).catch(() => undefined)
    const written = new Map<string, Buffer>()
    return (
      all &&
      ((sites) => {
        const key = sites.join()
        const known = written.get(key)
        if (known !== undefined) return known
        const data = JSON.stringify(participationAt(all, sites))
        const words = Buffer.from(`id: ${id}\nevent: participation\ndata: ${data}\n\n`)
        written.set(key, words)
        return words
      })
    )
  }

  async function sayToAll(words: Words | undefined) {
    const all = [...readers]
    for (let from = 0; from < all.length; from += TURN) {
      if (from > 0) await nextTurn()
      await sayTo(all.slice(from, from + TURN), words)
    }
  }

  async function sayTo(some: Reader[], words: Words | undefined) {
    const users = await sessions.standing(some.map(({ token }) => token)).catch(() => [])
    for (const [index, reader] of some.entries()) say(reader, users[index], words)
  }

  /** Only to someone who may still, limited to their sites of now, and who reads what comes. */
  function say(reader: Reader, user: Standing | undefined, words: Words | undefined) {
    const { raw } = reader
    if (raw.writableEnded || raw.destroyed) return
    // What waits for who does not read would wait for ever.
    if (raw.writableLength > BEHIND) return void raw.destroy()
    if (!words || !user || !may(user.role, 'numbers')) return leave(reader)
    raw.write(words(user.sites))
  }

  function leave(reader: Reader) {
    reader.raw.end()
    if (!readers.delete(reader) || readers.size > 0) return
    clearInterval(beat)
    clearTimeout(timer)
    stop()
    gone()
  }

  return {
    async join(reader: Reader, knowsAll: boolean) {
      readers.add(reader)
      reader.raw.on('close', () => leave(reader))
      await sayTo([reader], knowsAll ? () => BEAT : await recentWords())
    },
    end() {
      for (const reader of readers) leave(reader)
    },
  }
}
