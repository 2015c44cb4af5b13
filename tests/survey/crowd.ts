import { type Evidence, makeAtoms } from '../../src/survey/auditor/evidence.ts'
import { brokenDown } from '../../src/survey/broken-down.ts'
import { countsOf } from '../../src/survey/counts.ts'
import type { Content, Questionnaire } from '../../src/survey/questionnaire.ts'
import { receive } from '../../src/survey/receive.ts'
import { type Release, stepRelease, type Tallies } from '../../src/survey/release.ts'
import type { Channel, Fields } from '../../src/survey/response.ts'
import { add } from '../../src/survey/strand.ts'
import { ask, options, questionnaire, sites } from '../make.ts'

type Random = () => number

/** One person: where, how and in which language they answer, and what. */
export interface Person {
  channel: Channel
  language: string
  fields: Fields
}

/**
 * As in people.ts, person i alone chooses option i where there are as many options as people: a
 * shown table tells who is in it.
 */
export function crowdSurvey(most: number, ids: string[], more: Partial<Content> = {}) {
  const everyone = options(...Array.from({ length: most }, (_, index) => `p${index}`))
  return questionnaire(
    [
      ask.choice('alder', { options: options('ung', 'mitt', 'gammal', 'aldst') }),
      ask.choice('alla', { options: everyone }),
      ask.choices('ibland', { options: everyone }),
      ask.choice('bara', { options: everyone, showIf: { question: 'alder', is: ['gammal'] } }),
      ask.scale('skala', { from: 0, to: most }),
    ],
    {
      sites: sites(...ids),
      languages: ['sv', 'da', 'en'],
      breakdowns: ['channel', 'language', 'question:alder'],
      ...more,
    },
  )
}

export const told = ['alla', 'ibland', 'bara', 'skala']

/** People whose channel hangs on their site more or less, in an order that may be sorted by it. */
export function crowd(most: number, ids: string[], random: Random, options = most): Person[] {
  const pick = <T>(list: T[], skew: number) => list[Math.floor(list.length * random() ** skew)]!
  const [skew, bound, sorted] = [random() * 3, random(), random() < 0.4]
  const channels: Channel[] = ['web', 'qr', 'kiosk']
  const people = Array.from({ length: Math.floor(random() * most) }, (_, index): Person => {
    const site = pick(['', ...ids], 1 + skew / 3)
    const answer = index % options
    const own = channels[(site.codePointAt(0) ?? 0) % channels.length]!
    return {
      channel: random() < bound ? own : pick(channels, skew),
      language: pick(['sv', 'da', 'en'], 1 + skew),
      fields: {
        submission: `person-${index}`,
        site,
        ...(random() < 0.9 && { alder: pick(['ung', 'mitt', 'gammal', 'aldst'], skew) }),
        alla: `p${answer}`,
        ...(random() < 0.5 && { ibland: `p${answer}` }),
        bara: `p${answer}`,
        skala: random() < 0.2 ? 'dontknow' : String(answer),
      },
    }
  })
  const rank = ({ channel }: Person) => channels.indexOf(channel)
  return sorted ? people.toSorted((a, b) => rank(a) - rank(b)) : people
}

/** What readers saw step by step, and what the final release is made from. */
export function received(asked: Questionnaire, people: Person[]) {
  const tallies: Tallies = new Map()
  const atoms = makeAtoms(asked)
  const seen: Release[] = []
  for (const { channel, language, fields } of people) {
    const got = receive(asked, fields, { channel, language, date: '2026-06-01' })
    if ('faults' in got) throw new Error(JSON.stringify(got.faults))
    const counts = countsOf(asked, got.response)
    const strands = tallies.get(got.response.site) ?? new Map()
    tallies.set(got.response.site, strands)
    let isMoved = false
    add(strands, counts, asked.smallestGroup, () => (isMoved = true))
    if (isMoved) seen.push(stepRelease(asked, tallies))
    atoms.add(got.response, counts)
  }
  return { seen, evidence: { atoms: atoms.all(), tallies } }
}

export function finalOf(asked: Questionnaire, evidence: Evidence): Release {
  const steps = brokenDown(asked, evidence)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The members of every table that was ever shown, each once. */
export function shownSets(seen: Release[], question: string): Set<string>[] {
  const sets = new Map<string, Set<string>>()
  for (const { questions } of seen.flatMap(({ groups }) => groups)) {
    const table = questions.find(({ id }) => id === question)
    const members = table?.options.filter(({ count }) => count > 0).map(({ id }) => id) ?? []
    if (members.length > 0) sets.set(members.join(), new Set(members))
  }
  return [...sets.values()]
}
