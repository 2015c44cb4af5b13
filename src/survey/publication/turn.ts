import { type News, newsOf } from './news.ts'
import type { Step } from './publication.ts'
import type { UndertakingVersion } from './undertaking.ts'

/** Results came, or an undertaking took another state: worth a letter. */
export type Turn = Pick<News, 'what' | 'id' | 'version'>

/**
 * The turns that stand now, newest first, and those that do not any more. Amended results and
 * better words are none. What stood when the results came is on the page that they are told with.
 */
export function turnsOf(steps: Step[], versions: UndertakingVersion[]) {
  const came = steps.filter(({ what }, index) => what !== steps[index - 1]?.what)
  const changed = versions.filter(({ id, version, body }) => {
    const before = versions.find((one) => one.id === id && one.version === version - 1)
    return body.state !== before?.body.state
  })
  const news = newsOf(came, changed)
  const since = Date.parse(news.find(({ what }) => what === 'results')?.at ?? '')
  const now: Turn[] = news.filter(({ at }) => Date.parse(at) >= since)
  const all: Turn[] = [
    ...came.map(({ number: version }) => ({ what: 'results' as const, id: 'results', version })),
    ...changed.map(({ id, version }) => ({ what: 'undertaking' as const, id, version })),
  ]
  const over = all.filter((turn) => !now.some((one) => isSame(one, turn)))
  return { now, over }
}

const isSame = (one: Turn, other: Turn) =>
  one.what === other.what && one.id === other.id && one.version === other.version
