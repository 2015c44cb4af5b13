import { useEffect, useRef } from 'preact/hooks'
import { keysFor } from '../../../src/survey/kinds/number.ts'
import type { Numeric } from '../../../src/survey/questionnaire.ts'
import { secretive } from './field.ts'
import { Heading } from './frame.tsx'
import { type Asking, describedBy, Help } from './group.tsx'

/** A question answered with a number, its unit beside it. */
export function NumberField(asking: Asking<Numeric>) {
  const { question, visit, answer } = asking
  const input = useRef<HTMLInputElement>(null)
  const [fault] = visit.faults
  useEffect(() => {
    if (fault) input.current?.focus()
  }, [fault])
  const unit = question.unit?.[visit.language]
  return (
    <div class={fault ? 'question faulty' : 'question'}>
      <Heading id="ask">{question.text[visit.language]}</Heading>
      <Help asking={asking} field />
      <div class="numeric">
        <input
          ref={(element) => {
            input.current = element
            secretive(element)
          }}
          type="text"
          inputMode={keysFor(question)}
          aria-labelledby="ask"
          aria-describedby={unit ? `unit ${describedBy(asking)}` : describedBy(asking)}
          aria-invalid={fault ? true : undefined}
          value={String(visit.fields[question.id] ?? '')}
          onInput={({ currentTarget }) => answer({ [question.id]: currentTarget.value })}
        />
        {unit && <span id="unit">{unit}</span>}
      </div>
    </div>
  )
}
