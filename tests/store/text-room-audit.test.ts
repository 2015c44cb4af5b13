import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { textsAt } from '../../src/survey/own-sites.ts'
import { codingsOf } from '../../src/survey/text/coding.ts'
import type { Comment } from '../../src/survey/text/comment.ts'
import { standingOut } from '../../src/survey/text/standing-out.ts'
import { makeStems } from '../../src/survey/text/stem.ts'
import { themeCounts } from '../../src/survey/text/theme-counts.ts'
import { ask, content, sites } from '../make.ts'
import { seeded } from '../random.ts'
import { derivableSmallSet } from '../survey/derive.ts'
import { act, useFolder } from './fixture.ts'
import { keeping } from './sending.ts'

// Everyone who writes signs with a name of their own, so what a reader sees tells exactly of whom
// it is, and the auditor needs nothing but that.
const K = 5
const ids = ['norr', 'syd', 'öst', 'väst']
const survey = content([ask.text('ord'), ask.text('mer')], { sites: sites(...ids) })
const folder = useFolder(openSqlite)
const stems = makeStems()

/** Whom each thing that a reader sees is of: every list, every count by theme, every word. */
function setsOf(comments: Comment[], all: Comment[], own: string[]): Map<string, Set<string>> {
  const sets = new Map<string, Set<string>>()
  const add = (name: string, members: Comment[]) => {
    if (members.length > 0) sets.set(name, new Set(members.map(({ text }) => text)))
  }
  const groups = [...new Set(comments.map(({ group }) => group))]
  for (const field of ['ord', 'mer']) {
    const ofField = comments.filter((comment) => comment.field === field)
    for (const group of groups) {
      add(
        `${field} ${group}`,
        ofField.filter((comment) => comment.group === group),
      )
    }
    const counted = all.filter((comment) => comment.field === field)
    for (const { id, n } of themeCounts(counted, codingsOf([]), [], K)) {
      if (n === 0 || (id !== 'all' && !groups.includes(id))) continue
      add(
        `counts ${field} ${id}`,
        counted.filter(({ group }) => id === 'all' || group === id),
      )
    }
  }
  for (const { group, words } of standingOut(all, stems, K)) {
    if (!groups.includes(group) && own.length > 0) continue
    for (const { word, comments: uses } of words) expect(uses, word).toBeGreaterThanOrEqual(K)
  }
  return sets
}

async function views(store: Store, own: string[]) {
  const { comments } = (await store.comments('nord', 'prov'))!
  return setsOf(textsAt(comments, own), comments, own)
}

/** Adds what is seen now to what was seen before. */
function see(known: Map<string, Set<string>>, now: Map<string, Set<string>>) {
  for (const [name, members] of now) known.set(`${name} ${[...members].join()}`, members)
}

const random = seeded('text room')
const rounds = Array.from({ length: 12 }, (_, round) => round)

describe('no reader of the text room tells fewer than the smallest group apart', () => {
  test.each(rounds)('alone or together, over time: population %i', async (round) => {
    const store = await folder.with(survey)
    const seen = new Map<string, Set<string>>()
    const people = Math.floor(20 + random() * 50)
    const skew = random() * 3
    for (let person = 0; person < people; person += 1) {
      const site = random() < 0.1 ? '' : ids[Math.floor(ids.length * random() ** (1 + skew))]!
      const fields = {
        site,
        ...(random() < 0.7 && { ord: `telefon person${person}ord` }),
        ...(random() < 0.3 && { mer: `väntan person${person}mer` }),
      }
      await store.keep(keeping(survey, `${round}-${person}`, fields))
      if (person % 3 === 0) see(seen, await views(store, []))
    }
    see(seen, await views(store, []))
    await store.closeSurvey('nord', 'prov', act)
    await store.finalise('prov', act.at)
    see(seen, await views(store, []))
    // Planners of one site each, who put together what they see.
    for (const site of ids) see(seen, await views(store, [site]))
    for (const [name, members] of seen) expect(members.size, name).toBeGreaterThanOrEqual(K)
    const small = derivableSmallSet([...seen.values()], K)
    expect(small, `round ${round}`).toBeUndefined()
  })
})

test('the order and the ids of comments tell neither when they came nor with which others', async () => {
  const store = await folder.with(survey)
  const n = 200
  const all = Array.from({ length: n + 5 }, (_, turn) =>
    keeping(survey, turn, { site: ids[turn % 2]!, ord: `${turn}` }),
  )
  for (const one of all) await store.keep(one)
  const { comments } = (await store.comments('nord', 'prov'))!
  const order = comments.map(({ text }) => Number(text))
  expect(order.length).toBeGreaterThan(150)
  const turned = order.flatMap((first, index) =>
    order.slice(index + 1).filter((one) => one < first),
  )
  const m = order.length
  const deviation = Math.sqrt((m * (m - 1) * (2 * m + 5)) / 72)
  expect(Math.abs(turned.length - (m * (m - 1)) / 4)).toBeLessThan(6 * deviation)
  // Batches are of five that came after each other at a site: neighbours are seldom of one.
  const batch = (turn: number) => `${turn % 2} ${Math.floor(turn / 10)}`
  const together = order.filter(
    (turn, index) => index > 0 && batch(turn) === batch(order[index - 1]!),
  )
  expect(together.length).toBeLessThan(30)
  expect(new Set(comments.map(({ id }) => id)).size).toBe(m)
  for (const { id } of comments) expect(id).toMatch(/^[0-9a-f]{20}$/)
})
