import { steps } from '../../survey/kinds/scale.ts'
import { DONT_KNOW, type Scale } from '../../survey/questionnaire.ts'
import { figures, said } from '../speech.ts'
import { type Asking, controlId, type Face, fixedWords } from './field.ts'
import { Group } from './group.tsx'
import { Option, Or } from './option.tsx'

// More steps than this do not fit beside each other on a phone.
const LONG = 5

export const scale: Face<Scale> = {
  Field: ({ question, asking }) => (
    <Group question={question} asking={asking}>
      <div class={steps(question).length > LONG ? 'scale long' : 'scale'}>
        {steps(question).map((step) => (
          <Option question={question} asking={asking} value={step}>
            {figures(Number(step), asking.language)}
            <End question={question} step={step} asking={asking} />
          </Option>
        ))}
      </div>
      {(question.fromText ?? question.toText) && (
        <p class="ends" aria-hidden="true">
          <span>{endWords(question, question.from, asking)}</span>
          <span>{endWords(question, question.to, asking)}</span>
        </p>
      )}
      {question.dontKnow && (
        <>
          <Or asking={asking} />
          <Option question={question} asking={asking} value={DONT_KNOW}>
            {fixedWords(asking.words).dontKnow}
          </Option>
        </>
      )}
    </Group>
  ),
  first: (question) => controlId(question.id, String(question.from)),
}

/** The words of an end, heard with its step; they are seen below the scale. */
function End({ question, step, asking }: { question: Scale; step: string; asking: Asking }) {
  const text = endText(question, Number(step), asking.language)
  return text ? <span class="unseen"> {text}</span> : null
}

function endWords(question: Scale, value: number, { language, words }: Asking): string {
  const text = endText(question, value, language)
  return text && words('scale.end', { value: figures(value, language), text })
}

function endText(question: Scale, value: number, language: string): string {
  if (value === question.from) return said(question.fromText, language)
  return value === question.to ? said(question.toText, language) : ''
}
