import type { KioskAnswers, KioskSurvey } from '../../../src/survey/tablets/kiosk.ts'
import { ask, content } from '../../make.ts'
import { numbersFrom } from '../../random.ts'
import type { Memory } from './memory.ts'
import { quiet, watch } from './quiet.ts'
import { CODE, type KeyPair, makeServer } from './server.ts'
import { makeTablet } from './tablet.ts'
import { makeTime } from './time.ts'

export type World = Awaited<ReturnType<typeof makeWorld>>

watch(globalThis)

const survey: KioskSurvey = {
  questionnaire: { ...content([ask.choice('a'), ask.text('t')]), number: 1 },
  dates: {
    opens: '2026-06-01',
    closes: '2026-08-31',
    timeZone: 'Europe/Stockholm',
    issued: true,
    closed: false,
  },
}

/** One tablet, one server and the time between them. */
export async function makeWorld(start: string, seed = 1, memory?: Memory, key?: KeyPair) {
  const random = numbersFrom(seed)
  const time = makeTime(Date.parse(start), quiet)
  const server = await makeServer(time, [survey], key)
  const tablet = makeTablet(time, server, seed, memory)
  let made = 0
  return {
    random,
    time,
    server,
    tablet,
    /** A page of the tablet that has been enrolled. */
    async enrolled() {
      const page = await tablet.open()
      const enrolling = page.station.enrol(CODE)
      await time.passes(30_000)
      if ((await enrolling) !== 'enrolled') throw new Error('not enrolled')
      return page
    },
    /** One person's answers; the words are to be found nowhere but at the server. */
    answers(words = 'hemligt'): KioskAnswers {
      made += 1
      const about = { survey: 'prov', questionnaire: 1, site: 'brickegarden', language: 'sv' }
      return { id: `svar-${seed}-${made}`, ...about, answers: { a: 'b', t: words } }
    },
  }
}

/** Everything that the tablet's database holds, as text. */
export async function stored(): Promise<string> {
  const opening = indexedDB.open('svar-kiosk')
  const database = await promised(opening)
  const all: unknown[] = []
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name)
    all.push(name, await promised(store.getAllKeys()), await promised(store.getAll()))
  }
  database.close()
  return JSON.stringify(all)
}

const promised = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error!))
  })
