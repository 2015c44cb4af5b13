import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Question } from '../../../src/survey/questionnaire.ts'
import type { Fields } from '../../../src/survey/response.ts'
import { faultText, hintOf } from '../telling.ts'
import type { Visit } from '../visit.ts'
import type { Words } from '../words.ts'
import { Heading } from './frame.tsx'

export interface Asking<Q extends Question = Question> {
  question: Q
  visit: Visit
  words: Words
  answer: (fields: Fields) => void
}

interface Props {
  asking: Asking
  /** one answer excludes the others */
  exclusive?: boolean
  children: ComponentChildren
}

/** A question answered with several controls. */
export function Group({ asking, exclusive, children }: Props) {
  const { question, visit } = asking
  const faulty = visit.faults.length > 0
  return (
    <fieldset
      class={faulty ? 'question faulty' : 'question'}
      aria-describedby={describedBy(asking)}
      {...(exclusive && {
        role: 'radiogroup',
        'aria-required': question.required,
        'aria-invalid': faulty,
      })}
    >
      <legend>
        <Heading>{question.text[visit.language]}</Heading>
      </legend>
      <Help asking={asking} />
      {children}
    </fieldset>
  )
}

/** Everything between a question and its controls; `field` where one of those takes the focus. */
export function Help({ asking, field }: { asking: Asking; field?: boolean }) {
  const { question, visit, words } = asking
  // What is missing is said once, and in other words.
  const need = visit.faults.length === 0 && `${words(question.required ? 'required' : 'optional')}.`
  const help = question.help?.[visit.language]
  return (
    <>
      <p class="help" id="help">
        {[need, help, hintOf(question, visit.language, words)].filter(Boolean).join(' ')}
      </p>
      <Wrong asking={asking} field={field} />
    </>
  )
}

/** What is wrong, in words; it takes the focus, unless a field of its own does. */
export function Wrong({ asking, field }: { asking: Asking; field?: boolean | undefined }) {
  const { question, visit, words } = asking
  const told = useRef<HTMLParagraphElement>(null)
  const [fault] = visit.faults
  useEffect(() => {
    if (fault && !field) told.current?.focus()
  }, [fault])
  if (!fault) return null
  return (
    <p class="wrong" id="wrong" ref={told} tabIndex={-1}>
      {faultText(fault, question, visit.language, words)}
    </p>
  )
}

export const describedBy = ({ visit }: Asking) => (visit.faults.length > 0 ? 'help wrong' : 'help')
