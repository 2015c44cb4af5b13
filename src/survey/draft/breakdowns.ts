import { type Breakdown, byQuestion, MOST_BREAKDOWNS } from '../breakdown.ts'
import type { Question } from '../questionnaire.ts'
import { OTHERS } from '../release.ts'
import { type Node, unique } from './node.ts'

/**
 * By what the final numbers may be broken down. A file names a question by its id; where one is
 * called as a fact of the survey, the fact is meant.
 */
export function readBreakdowns(node: Node, questions: Question[]): Breakdown[] {
  const read = node.items(0, MOST_BREAKDOWNS).map((item) => {
    const id = item.id()
    return { id, by: id === '' ? undefined : breakdownOf(item, id, questions), node: item }
  })
  unique(read)
  return read.flatMap(({ by }) => by ?? [])
}

function breakdownOf(node: Node, id: string, questions: Question[]): Breakdown | undefined {
  if (id === 'channel' || id === 'language') return id
  const question = questions.find((one) => one.id === id)
  if (!question) {
    node.fault('breakdown', { id })
    return undefined
  }
  if (question.kind !== 'choice' && question.kind !== 'scale') {
    node.fault('breakdownKind', { id, kind: question.kind })
    return undefined
  }
  // The merged group of a breakdown is called so.
  if ('options' in question && question.options.some((option) => option.id === OTHERS)) {
    node.fault('breakdownOption', { id, option: OTHERS })
    return undefined
  }
  return byQuestion(id)
}
