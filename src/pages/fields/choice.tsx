import { type Choice } from '../../survey/questionnaire.ts'
import { said } from '../speech.ts'
import { controlId, type Face } from './field.ts'
import { Group } from './group.tsx'
import { Option, Other } from './option.tsx'

export const choice: Face<Choice> = {
  Field: ({ question, asking }) => (
    <Group question={question} asking={asking}>
      {question.options.map(({ id, text }) => (
        <Option question={question} asking={asking} value={id}>
          {said(text, asking.language)}
        </Option>
      ))}
      {question.other && <Other question={question} asking={asking} />}
    </Group>
  ),
  first: (question) => controlId(question.id, question.options[0]?.id),
}
