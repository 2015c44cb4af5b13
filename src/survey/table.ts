import { ALL } from './kinds/rule.ts'
import { ruleOf } from './kinds/kinds.ts'
import { placeCell } from './kinds/ranking.ts'
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
  /** too few answers here or in what could be worked out from here: n is 0 and nothing is shown */
  withheld?: true
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
  return { id, kind, n, options }
}

export const withheldTable = (question: Question): Table => ({
  ...tableOf(question, new Map()),
  withheld: true,
})

/** Mean place over everyone who ranked: who left an option out gave it the mean of the rest. */
function rankRow(question: Ranking, id: string, n: number, cells: Cells): Row {
  let count = 0
  let sum = 0
  for (let place = 1; place <= question.max; place += 1) {
    const here = cells.get(placeCell(id, place)) ?? 0
    count += here
    sum += here * place
  }
  const left = (question.max + 1 + question.options.length) / 2
  const meanRank = n === 0 ? null : (sum + (n - count) * left) / n
  return { id, count, meanRank, first: cells.get(placeCell(id, 1)) ?? 0 }
}
