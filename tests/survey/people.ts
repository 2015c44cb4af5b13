import { expect } from 'vitest'
import { countsOf } from '../../src/survey/counts.ts'
import type { Questionnaire } from '../../src/survey/questionnaire.ts'
import { receive } from '../../src/survey/receive.ts'
import { finalRelease, type Release, stepRelease, type Tallies } from '../../src/survey/release.ts'
import { add } from '../../src/survey/strand.ts'
import { takeBack } from '../../src/survey/withdrawal.ts'
import { ask, options, questionnaire, sites } from '../make.ts'

// Response i is the only one to choose option i (or step i), so a shown table tells exactly who
// is in it, and the test reads nothing but what a reader would.
export const PEOPLE = 60
const everyone = options(...Array.from({ length: PEOPLE }, (_, index) => `p${index}`))

export const survey = (k: number, ids: string[]) =>
  questionnaire(
    [
      ask.choice('alla', { options: everyone }),
      ask.choice('grund', { options: options('ja', 'nej') }),
      ask.choices('ibland', { options: everyone }),
      ask.choice('bara', { options: everyone, showIf: { question: 'grund', is: ['ja'] } }),
      ask.scale('skala', { from: 0, to: PEOPLE }),
      ask.number('tal', { to: PEOPLE, bins: everyone.map((_, index) => index) }),
      ask.ranking('ordning', { options: everyone, max: 1 }),
      ask.text('ord'),
    ],
    { smallestGroup: k, sites: sites(...ids) },
  )

type Random = () => number

function sendings(ids: string[], random: Random) {
  const skew = random() * 4
  const yes = random() * random()
  return Array.from({ length: Math.floor(random() * PEOPLE) }, (_, index) => ({
    submission: `person-${index}`,
    site: random() < 0.1 ? '' : (ids[Math.floor(ids.length * random() ** skew)] ?? ''),
    alla: `p${index}`,
    grund: random() < yes ? 'ja' : 'nej',
    ...(random() < 0.5 && { ibland: `p${index}` }),
    bara: `p${index}`,
    skala: random() < 0.3 ? 'dontknow' : String(index),
    tal: String(index),
    'ordning.p0': undefined,
    [`ordning.p${index}`]: '1',
    ...(random() < 0.3 && { ord: `text ${index}` }),
  }))
}

export function count(
  tallies: Tallies,
  questionnaire: Questionnaire,
  fields: Record<string, unknown>,
) {
  const arrival = { channel: 'web', language: 'sv', date: '2026-06-01' } as const
  const received = receive(questionnaire, fields, arrival)
  if ('faults' in received) throw new Error(JSON.stringify(received.faults))
  const { response } = received
  const strands = tallies.get(response.site) ?? new Map()
  tallies.set(response.site, strands)
  const counts = countsOf(questionnaire, response)
  add(strands, counts, questionnaire.smallestGroup)
  return () => {
    for (const { question, ...added } of counts) {
      takeBack(strands.get(question)!, added, questionnaire.smallestGroup)
    }
  }
}

/** Every reader's view after every arrival and withdrawal, and after closing. */
export function views(k: number, ids: string[], random: Random, regret = 0): Release[] {
  const asked = survey(k, ids)
  const tallies: Tallies = new Map()
  const seen = [stepRelease(asked, tallies)]
  const filling = new Map<string, number>()
  const back: { site: string; withdraw: () => void }[] = []
  // Participation is live, so a view that moved with any other arrival would tell of that one.
  const look = (site: string, more: number) => {
    const now = stepRelease(asked, tallies)
    const filled = (filling.get(site) ?? 0) + more
    filling.set(site, filled === k ? 0 : filled)
    if (filled !== k) expect(told(now), `moved with ${filled}`).toEqual(told(seen.at(-1)!))
    seen.push(now)
  }
  // Late ones regret more often than early ones, more or less.
  const early = random()
  const withdrawOne = () => {
    const [gone] = back.splice(Math.floor(back.length * random() ** early), 1)
    gone!.withdraw()
    look(gone!.site, -1)
  }
  for (const fields of sendings(ids, random)) {
    const { site } = fields
    back.push({ site, withdraw: count(tallies, asked, fields) })
    look(site, 1)
    while (back.length > 0 && random() < regret) withdrawOne()
  }
  for (let most = regret * random() * PEOPLE; most > 1 && back.length > 0; most -= 1) withdrawOne()
  return [...seen, finalRelease(asked, tallies)]
}

/** The groups of which something is told. Own words that were withdrawn go at once. */
const told = ({ groups }: Release) =>
  groups
    .map((group) => ({ ...group, questions: group.questions.filter(({ id }) => id !== 'ord') }))
    .filter(({ released, questions }) => released > 0 || questions.some(({ n }) => n > 0))

/** The members of every table that was ever shown. */
export function memberSets(seen: Release[], question: string): Set<string>[] {
  const sets = new Map<string, Set<string>>()
  for (const { groups } of seen) {
    for (const { questions } of groups) {
      const table = questions.find(({ id }) => id === question)!
      const members = table.options.filter((row) => row.count > 0).map(({ id }) => id)
      expect(members.length).toBe(table.n)
      if (members.length > 0) sets.set(members.join(), new Set(members))
    }
  }
  return [...sets.values()]
}
