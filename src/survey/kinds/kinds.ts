import type { Kind, Question, QuestionOf } from '../questionnaire.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { number } from './number.ts'
import { ranking } from './ranking.ts'
import type { Rule } from './rule.ts'
import { scale } from './scale.ts'
import { text } from './text.ts'

const rules: { [K in Kind]: Rule<QuestionOf<K>> } = {
  choice,
  choices,
  scale,
  number,
  ranking,
  text,
}

/** The rule of a question's kind. */
export const ruleOf = <Q extends Question>(question: Q): Rule<Q> =>
  rules[question.kind] as unknown as Rule<Q>

export const kinds = Object.keys(rules) as Kind[]
