import { ruleOf } from '../kinds/kinds.ts'
import { DONT_KNOW, type Question } from '../questionnaire.ts'
import type { Node } from './node.ts'

/** Of whom a question is asked, by what they answered to an earlier one. */
export function readCondition(node: Node, earlier: Question[]): Pick<Question, 'showIf'> {
  if (node.absent) return {}
  const fields = node.fields(['question', 'is'])
  const id = fields.question.id()
  const on = earlier.find((question) => question.id === id)
  if (!on) fields.question.fault('earlier')
  const list = Array.isArray(fields.is.value) ? fields.is.items(1, 50) : [fields.is]
  const is = list.map((item) => item.id())
  if (on?.kind === 'text' || on?.kind === 'ranking' || on?.kind === 'number') {
    fields.question.fault('askable')
  } else if (on) {
    const known = on.kind === 'scale' && on.dontKnow ? [DONT_KNOW] : []
    const offered = new Set([...ruleOf(on).options(on), ...known])
    for (const [index, value] of is.entries()) {
      if (!offered.has(value)) list[index]!.fault('option', { option: value, question: id })
    }
  }
  return { showIf: { question: id, is } }
}
