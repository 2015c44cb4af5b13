import { type Choices, NONE } from '../../survey/questionnaire.ts'
import { numberWord, said } from '../speech.ts'
import { controlId, type Face, fixedWords, type Speaking } from './field.ts'
import { Group } from './group.tsx'
import { Option, Or, Other } from './option.tsx'

export const choices: Face<Choices> = {
  Field: ({ question, asking }) => (
    <Group question={question} asking={asking} hint={choicesHint(question, asking)}>
      {question.options.map(({ id, text }) => (
        <Option question={question} asking={asking} value={id}>
          {said(text, asking.language)}
        </Option>
      ))}
      {question.other && <Other question={question} asking={asking} />}
      {question.none && (
        <>
          <Or asking={asking} />
          <Option question={question} asking={asking} value={NONE}>
            {fixedWords(asking.words).none}
          </Option>
        </>
      )}
    </Group>
  ),
  first: (question) => controlId(question.id, question.options[0]?.id),
}

export function choicesHint({ max }: Choices, { language, words }: Speaking): string {
  if (max === undefined) return words('choices.several')
  return words('choices.atMost', { number: numberWord(max, language, words) })
}
