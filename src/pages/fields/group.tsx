import type { ComponentChildren } from 'preact'
import type { Question } from '../../survey/questionnaire.ts'
import { said } from '../speech.ts'
import { faultOf, faultWords } from './faults.ts'
import { type Asking, controlId, faultId, helpId } from './field.ts'
import { followUpWords } from './follow-up.ts'

interface Props {
  question: Question
  asking: Asking
  /** what the kind says of how to answer */
  hint?: string
  children: ComponentChildren
}

/** A question answered with several controls. */
export function Group({ question, asking, hint, children }: Props) {
  const exclusive = question.kind === 'choice' || question.kind === 'scale'
  const fault = faultOf(asking, question.id, question)
  return (
    <fieldset
      class={fault ? 'question faulty' : 'question'}
      {...(exclusive && { role: 'radiogroup', 'aria-invalid': fault ? true : undefined })}
      aria-describedby={describedBy(question, asking, hint)}
      {...traits(question, asking)}
    >
      <legend>
        <Ask question={question} asking={asking} />
      </legend>
      <Help question={question} asking={asking} hint={hint} />
      <div class="controls">{children}</div>
    </fieldset>
  )
}

/** The question itself, with whether it must be answered in words. */
export function Ask({ question, asking }: Pick<Props, 'question' | 'asking'>) {
  const { language, words } = asking
  const text = (
    <>
      <span class="ask">{said(question.text, language)}</span>{' '}
      <span class="need">{words(question.required ? 'required' : 'optional')}</span>
    </>
  )
  return <h2>{isWritten(question) ? <label for={controlId(question.id)}>{text}</label> : text}</h2>
}

/** Answered in a single field, which the question itself is the label of. */
const isWritten = ({ kind }: Question) => kind === 'text' || kind === 'number'

/** Everything between a question and its controls. */
export function Help({ question, asking, hint }: Omit<Props, 'children'>) {
  const help = said(question.help, asking.language)
  const followUp = followUpWords(question, asking)
  const fault = faultOf(asking, question.id, question)
  return (
    <>
      {(followUp || help || hint) && (
        <div class="help" id={helpId(question.id)}>
          {followUp && <p data-follow-up>{followUp}</p>}
          {help && <p>{help}</p>}
          {hint && <p>{hint}</p>}
        </div>
      )}
      {fault && <Wrong field={question.id} words={fault} />}
    </>
  )
}

export const Wrong = ({ field, words }: { field: string; words: string }) => (
  <p class="wrong" id={faultId(field)}>
    {words}
  </p>
)

export function describedBy(question: Question, asking: Asking, hint?: string): string | undefined {
  const ids = [
    ...(question.showIf || question.help || hint ? [helpId(question.id)] : []),
    ...(asking.faults.some(({ field }) => field === question.id) ? [faultId(question.id)] : []),
  ]
  return ids.join(' ') || undefined
}

/** What the script needs to know: which question this is, what it hangs on, words for faults. */
export function traits(question: Question, { language, words }: Asking): Record<string, string> {
  const fault = (code: 'missing' | 'too-many' | 'rank-gap', max = 0) =>
    faultWords({ code, values: { max } }, question.kind, language, words)
  return {
    'data-field': question.id,
    ...(question.showIf && {
      'data-if': question.showIf.question,
      'data-is': question.showIf.is.join(' '),
    }),
    ...(question.required && { 'data-missing': fault('missing') }),
    ...(question.kind === 'choices' &&
      question.max !== undefined && {
        'data-max': String(question.max),
        'data-too-many': fault('too-many', question.max),
      }),
    ...(question.kind === 'ranking' && {
      'data-max': String(question.max),
      'data-rank-gap': fault('rank-gap', question.max),
      'data-rank-twice': words('fault.rank-twice', { place: '#' }),
    }),
  }
}
