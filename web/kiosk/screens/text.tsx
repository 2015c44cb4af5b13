import { useEffect, useRef } from 'preact/hooks'
import { one } from '../../../src/survey/fields.ts'
import { otherField } from '../../../src/survey/questionnaire.ts'
import { AGREED, quoteField } from '../../../src/survey/text/quotable.ts'
import { roomFor } from '../telling.ts'
import { type Asking, describedBy, Help, Wrong } from './group.tsx'
import { secretive } from './field.ts'
import { Heading } from './frame.tsx'

/** A question answered in one's own words. */
export function TextField(asking: Asking) {
  const { question, visit } = asking
  return (
    <div class={visit.faults.length > 0 ? 'question writing faulty' : 'question writing'}>
      <Heading id="ask">{question.text[visit.language]}</Heading>
      <Help asking={asking} />
      <Writing asking={asking} field={question.id} labelled="ask" described={describedBy(asking)} />
      {question.kind === 'text' && question.quotable && <Quote {...asking} />}
    </div>
  )
}

/** Never ticked by anyone but the author. */
function Quote({ question, visit, words, answer }: Asking) {
  const field = quoteField(question.id)
  return (
    <label class="row">
      <input
        type="checkbox"
        checked={one(visit.fields, field) === AGREED}
        onChange={({ currentTarget }) => answer({ [field]: currentTarget.checked ? AGREED : '' })}
      />
      <span>{words('text.quote')}</span>
    </label>
  )
}

/** The words of an "other", on a screen of their own. */
export function OtherField(asking: Asking) {
  const { question, visit, words } = asking
  const faulty = visit.faults.length > 0
  return (
    <div class={faulty ? 'question writing faulty' : 'question writing'}>
      <p class="help">{question.text[visit.language]}</p>
      <Heading id="ask">{words('other.words')}</Heading>
      <Wrong asking={asking} field />
      <Writing
        asking={asking}
        field={otherField(question.id)}
        labelled="ask"
        described={faulty ? 'wrong' : undefined}
      />
    </div>
  )
}

interface Props {
  asking: Asking
  field: string
  labelled: string
  described: string | undefined
}

function Writing({
  asking: { question, visit, words, answer },
  field,
  labelled,
  described,
}: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [fault] = visit.faults
  useEffect(() => {
    if (fault) area.current?.focus()
  }, [fault])
  const written = one(visit.fields, field)
  const room = roomFor(question, written)
  const counted = words(room < 0 ? 'text.over' : 'text.left', { count: Math.abs(room) })
  return (
    <>
      <textarea
        ref={(element) => {
          area.current = element
          secretive(element)
        }}
        aria-labelledby={labelled}
        aria-describedby={described}
        aria-invalid={fault ? true : undefined}
        value={String(visit.fields[field] ?? '')}
        onInput={({ currentTarget }) => answer({ [field]: currentTarget.value })}
      />
      <p class="count">{counted}</p>
    </>
  )
}
