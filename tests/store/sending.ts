import type { Keeping } from '../../src/store/store.ts'
import { countsOf } from '../../src/survey/counts.ts'
import type { Content } from '../../src/survey/questionnaire.ts'
import { type Arrival, receive } from '../../src/survey/receive.ts'
import { channels, type Fields } from '../../src/survey/response.ts'
import { ask, content, sites } from '../make.ts'

/** A survey with every kind, "other"s, a condition and three sites. */
export const survey = (more: Partial<Content> = {}) =>
  content(
    [
      ask.choice('choice', { other: true }),
      ask.choices('choices', { other: true, none: true }),
      ask.scale('scale'),
      ask.number('number'),
      ask.ranking('ranking', { max: 2 }),
      ask.text('text'),
      ask.text('hanging', { showIf: { question: 'choice', is: ['a'] } }),
    ],
    { sites: sites('norr', 'syd', 'öst'), ...more },
  )

/** What a door hands to the store for a sending: id, then what differs. */
export function keeping(
  content: Content,
  id: string | number,
  fields: Fields = {},
  more: Partial<Arrival> & { number?: number } = {},
): Keeping {
  const { number = 1, ...arrival } = more
  const received = receive(
    { ...content, number },
    { submission: `sending-${id}`, ...fields },
    { channel: 'web', language: 'sv', date: '2026-06-01', ...arrival },
  )
  if ('faults' in received) throw new Error(JSON.stringify(received.faults))
  const { response } = received
  const counts = countsOf({ ...content, number }, response)
  return { response, counts, smallestGroup: content.smallestGroup }
}

type Random = () => number
const pick = <T>(random: Random, list: readonly T[]) => list[Math.floor(random() * list.length)]!

/** A sending to `survey` as anyone might make it. */
export function randomKeeping(content: Content, id: string | number, random: Random): Keeping {
  const maybe = (share: number, fields: Fields) => (random() < share ? fields : {})
  const [first, second] = pick(random, ['ab', 'ba', 'cd', 'da']) as unknown as [string, string]
  const fields = {
    site: pick(random, ['', 'norr', 'norr', 'syd', 'syd', 'syd', 'öst']),
    ...maybe(0.9, { choice: pick(random, ['a', 'b', 'c']) }),
    ...maybe(0.1, { choice: 'other', 'choice.other': `annat ${id}` }),
    ...maybe(0.8, { choices: ['a', 'b', 'c', 'd'].filter(() => random() < 0.4) }),
    ...maybe(0.1, { choices: ['none'] }),
    ...maybe(0.7, { scale: pick(random, [1, 2, 3, 4, 5, 'dontknow']) }),
    ...maybe(0.7, { number: Math.floor(random() * 100) }),
    ...maybe(0.6, { [`ranking.${first}`]: 1, [`ranking.${second}`]: 2 }),
    ...maybe(0.4, { text: `text ${id}` }),
    ...maybe(0.4, { hanging: `följd ${id}` }),
  }
  const date = `2026-06-0${1 + Math.floor(random() * 9)}`
  return keeping(content, id, fields, {
    channel: pick(random, channels),
    language: pick(random, ['sv', 'da']),
    date,
  })
}
