import type { Kind, Question, QuestionOf } from '../../survey/questionnaire.ts'
import { choice } from './choice.tsx'
import { choices } from './choices.tsx'
import type { Asking, Face } from './field.ts'
import { number } from './number.tsx'
import { ranking } from './ranking.tsx'
import { scale } from './scale.tsx'
import { text } from './text.tsx'

const faces: { [K in Kind]: Face<QuestionOf<K>> } = {
  choice,
  choices,
  scale,
  number,
  ranking,
  text,
}

/** The face of a question's kind. */
export const faceOf = <Q extends Question>(question: Q): Face<Q> =>
  faces[question.kind] as unknown as Face<Q>

/** A question as its kind shows it. */
export function QuestionField({ question, asking }: { question: Question; asking: Asking }) {
  const { Field } = faceOf(question)
  return <Field question={question} asking={asking} />
}
