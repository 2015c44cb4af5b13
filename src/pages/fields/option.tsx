import { OTHER_MAX } from '../../survey/kinds/options.ts'
import { many, one } from '../../survey/fields.ts'
import { OTHER, otherField, type Question } from '../../survey/questionnaire.ts'
import { faultOf, faultWords } from './faults.ts'
import { type Asking, controlId, faultId, wordsId } from './field.ts'
import { Wrong } from './group.tsx'
import type { ComponentChildren } from 'preact'

interface Props {
  question: Question
  asking: Asking
  value: string
  children: ComponentChildren
}

/** A row to choose: all of it is the label, and so the target. */
export function Option({ question, asking, value, children }: Props) {
  const id = controlId(question.id, value)
  const several = question.kind === 'choices'
  const faulty = several && asking.faults.some(({ field }) => field === question.id)
  return (
    <div class="option">
      <input
        type={several ? 'checkbox' : 'radio'}
        id={id}
        name={question.id}
        value={value}
        checked={many(asking.fields, question.id).includes(value)}
        {...(faulty && { 'aria-invalid': true })}
      />
      <label for={id}>{children}</label>
    </div>
  )
}

/** "Other", with a field for the person's own words. */
export function Other({ question, asking }: Pick<Props, 'question' | 'asking'>) {
  const { fields, language, words } = asking
  const field = otherField(question.id)
  const id = wordsId(question.id)
  const fault = faultOf(asking, field, question)
  const says = (code: 'other-empty' | 'too-long') =>
    faultWords({ code, values: { max: OTHER_MAX } }, question.kind, language, words)
  return (
    <>
      <Option question={question} asking={asking} value={OTHER}>
        {words('other.option')}
      </Option>
      <div
        class={fault ? 'words faulty' : 'words'}
        data-if={question.id}
        data-is={OTHER}
        data-field={field}
      >
        <label for={id}>{words('other.words')}</label>
        {fault && <Wrong field={field} words={fault} />}
        <input
          type="text"
          id={id}
          name={field}
          value={one(fields, field)}
          data-other-empty={says('other-empty')}
          data-limit={OTHER_MAX}
          data-too-long={says('too-long')}
          {...(fault && { 'aria-invalid': true, 'aria-describedby': faultId(field) })}
        />
      </div>
    </>
  )
}

export const Or = ({ asking }: { asking: Asking }) => <p class="or">{asking.words('option.or')}</p>
