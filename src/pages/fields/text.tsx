import { one } from '../../survey/fields.ts'
import type { FreeText } from '../../survey/questionnaire.ts'
import { AGREED, quoteField } from '../../survey/text/quotable.ts'
import { figures } from '../speech.ts'
import { faultOf, faultWords } from './faults.ts'
import { type Asking, controlId, type Face } from './field.ts'
import { Ask, describedBy, Help, traits } from './group.tsx'

export const text: Face<FreeText> = {
  Field({ question, asking }) {
    const { language, words, fields } = asking
    const limit = words('text.limit', { number: figures(question.max, language) })
    // Who asks may have said it better in the help.
    const hint = question.help ? limit : `${words('text.careful')} ${limit}`
    const fault = faultOf(asking, question.id, question)
    return (
      <div class={fault ? 'question faulty' : 'question'} {...traits(question, asking)}>
        <Ask question={question} asking={asking} />
        <Help question={question} asking={asking} hint={hint} />
        <div class="controls">
          <textarea
            id={controlId(question.id)}
            name={question.id}
            rows={5}
            aria-describedby={describedBy(question, asking, hint)}
            {...(fault && { 'aria-invalid': true })}
            {...limits(question, asking)}
          >
            {/* A leading line break would be swallowed by the parser. */}
            {`\n${one(fields, question.id)}`}
          </textarea>
          {question.quotable && <Quote question={question} asking={asking} />}
        </div>
      </div>
    )
  },
  first: (question) => controlId(question.id),
}

/** Never ticked by anyone but the author. */
function Quote({ question, asking }: { question: FreeText; asking: Asking }) {
  const field = quoteField(question.id)
  const id = controlId(question.id, 'quote')
  return (
    <div class="option">
      <input
        type="checkbox"
        id={id}
        name={field}
        value={AGREED}
        checked={one(asking.fields, field) === AGREED}
      />
      <label for={id}>{asking.words('text.quote')}</label>
    </div>
  )
}

/** What the counter says while one writes, in every plural form of the language. */
function limits({ max }: FreeText, { language, words }: Asking): Record<string, string | number> {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  return {
    'data-limit': max,
    'data-too-long': faultWords({ code: 'too-long', values: { max } }, 'text', language, words),
    ...Object.fromEntries(
      forms.flatMap((form) => [
        [`data-left-${form}`, words(`text.left_${form}`, { number: '#' })],
        [`data-over-${form}`, words(`text.over_${form}`, { number: '#' })],
      ]),
    ),
  }
}
