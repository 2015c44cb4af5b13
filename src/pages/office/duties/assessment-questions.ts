import type { Question } from '../../../survey/questionnaire.ts'
import type { Block, Quoted } from './paper.ts'
import { ask, declared, type DutySource } from './source.ts'

/** Every question of the survey, to be defended one by one. */
export function questionRows(source: DutySource): Block {
  const { words, questionnaire } = source
  const say = (key: string) => words(`duties:assessment.${key}`)
  return {
    head: [say('question'), say('kind'), say('whether')],
    rows: questionnaire.questions.map((question) => [
      named(source, question),
      [words(`duties:kind.${question.kind}`), say(question.required ? 'must' : 'may')],
      [
        ask(
          words,
          takesWords(question) ? 'duties:assessment.whyWordsAsk' : 'duties:assessment.whyAsk',
        ),
      ],
    ]),
  }
}

function named(source: DutySource, { id, text }: Question): string | Quoted {
  const name = declared(source, text)
  return 'ask' in name ? id : name
}

const takesWords = (question: Question) =>
  question.kind === 'text' || ('other' in question && question.other)
