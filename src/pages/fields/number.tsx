import { binsOf, isRange, withUnit, writtenNumber } from '../../survey/bins.ts'
import { one } from '../../survey/fields.ts'
import { keysFor } from '../../survey/kinds/number.ts'
import type { Numeric } from '../../survey/questionnaire.ts'
import { said } from '../speech.ts'
import { faultOf } from './faults.ts'
import { controlId, type Face, type Speaking } from './field.ts'
import { Ask, describedBy, Help, traits } from './group.tsx'

export const number: Face<Numeric> = {
  Field({ question, asking }) {
    const { language, fields } = asking
    const hint = numberHint(question, asking)
    const fault = faultOf(asking, question.id, question)
    const unit = said(question.unit, language)
    const unitId = controlId(question.id, 'unit')
    const described = [unit && unitId, describedBy(question, asking, hint)].filter(Boolean)
    return (
      <div class={fault ? 'question faulty' : 'question'} {...traits(question, asking)}>
        <Ask question={question} asking={asking} />
        <Help question={question} asking={asking} hint={hint} />
        <div class="controls numeric">
          <input
            type="text"
            inputmode={keysFor(question)}
            autocomplete="off"
            id={controlId(question.id)}
            name={question.id}
            value={one(fields, question.id)}
            aria-describedby={described.join(' ')}
            {...(fault && { 'aria-invalid': true })}
          />
          {unit && <span id={unitId}>{unit}</span>}
        </div>
      </div>
    )
  },
  first: (question) => controlId(question.id),
}

/**
 * What may be written: "Skriv ett helt tal från 0 till 600.", and that it is not kept, where no
 * number has a bin of its own.
 */
export function numberHint(question: Numeric, { language, words }: Speaking): string {
  const { from, to, decimals } = question
  const bounds = words(decimals === 0 ? 'numeric.whole' : 'numeric.decimal', {
    from: writtenNumber(from, language),
    to: withUnit(question, writtenNumber(to, language), language),
  })
  return binsOf(question).every(isRange) ? `${bounds} ${words('numeric.kept')}` : bounds
}
