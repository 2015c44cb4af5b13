import { ALL } from './kinds/rule.ts'
import { ruleOf } from './kinds/kinds.ts'
import { pairCell, PAIRS, placeCell } from './kinds/ranking.ts'
import { DONT_KNOW, type Kind, type Question, type Ranking } from './questionnaire.ts'

/** Counts by cell id. */
export type Cells = Map<string, number>

export interface Row {
  id: string
  count: number
  /** ranking only: mean place; places not given out are shared by the options left over */
  meanRank?: number | null
  /** ranking only: how many put it first */
  first?: number
  /** ranking only: how many gave it each place, from the first */
  places?: number[]
}

/** The numbers of one question in one group. */
export interface Table {
  id: string
  kind: Kind
  /** the denominator: answers that count in shares; for texts, how many there are */
  n: number
  options: Row[]
  /** scale only, where offered: kept out of n */
  dontKnow?: number
  /** ranking only, where every ranking's pairs were counted: `wins[a][b]` put a before b */
  wins?: Record<string, Record<string, number>>
  /** too few answers here or in what could be worked out from here: n is 0 and nothing is shown */
  withheld?: true
  /** withheld because, with what was shown before, it could tell of too few */
  guarded?: true
  /** withheld from this reader, who could subtract their own and see one other site's */
  apart?: true
}

export function tableOf(question: Question, cells: Cells): Table {
  const n = cells.get(ALL) ?? 0
  const ids = ruleOf(question).options(question)
  const options =
    question.kind === 'ranking'
      ? ids.map((id) => rankRow(question, id, n, cells))
      : ids.map((id) => ({ id, count: cells.get(id) ?? 0 }))
  const { id, kind } = question
  if (question.kind === 'scale' && question.dontKnow) {
    return { id, kind, n, options, dontKnow: cells.get(DONT_KNOW) ?? 0 }
  }
  if (question.kind === 'ranking' && n > 0 && cells.get(PAIRS) === n) {
    return { id, kind, n, options, wins: winsIn(ids, cells) }
  }
  return { id, kind, n, options }
}

export const withheldTable = (question: Question): Table => ({
  ...tableOf(question, new Map()),
  withheld: true,
})

/** A table without its numbers. */
export const emptied = ({ id, kind, options, dontKnow }: Table): Table => ({
  id,
  kind,
  n: 0,
  options: options.map(({ id, places }) => ({
    id,
    count: 0,
    ...(kind === 'ranking' && { meanRank: null, first: 0 }),
    ...(places && { places: places.map(() => 0) }),
  })),
  ...(dontKnow !== undefined && { dontKnow: 0 }),
})

/** Mean place over everyone who ranked: who left an option out gave it the mean of the rest. */
function rankRow(question: Ranking, id: string, n: number, cells: Cells): Row {
  const places = Array.from(
    { length: question.max },
    (_, index) => cells.get(placeCell(id, index + 1)) ?? 0,
  )
  const count = places.reduce((sum, here) => sum + here, 0)
  const sum = places.reduce((sum, here, index) => sum + here * (index + 1), 0)
  const meanRank = n === 0 ? null : (sum + (n - count) * placeLeft(question)) / n
  return { id, count, meanRank, first: places[0] ?? 0, places }
}

/** The mean of the places that were not given out, for whoever was left without. */
export const placeLeft = ({ max, options }: Ranking) => (max + 1 + options.length) / 2

const winsIn = (ids: string[], cells: Cells) =>
  Object.fromEntries(
    ids.map((id) => {
      const others = ids.filter((other) => other !== id)
      return [
        id,
        Object.fromEntries(others.map((other) => [other, cells.get(pairCell(id, other)) ?? 0])),
      ]
    }),
  )
