import { deeds } from '../../../survey/people/deeds.ts'
import type { AuditView } from './audit.tsx'
import { Choice, Option } from '../choice.tsx'
import { Field } from '../field.tsx'
import type { OfficeFrame } from '../frame.tsx'

interface Props {
  frame: OfficeFrame
  view: AuditView
}

/** Chooses lines of the log by who, what and day. */
export function AuditFilterForm({ frame, view }: Props) {
  const { words, language } = frame
  const { by, what, day } = view.asked
  const order = new Intl.Collator(language).compare
  const people = [...view.people].toSorted(([, a], [, b]) => order(a, b))
  const doings = deeds
    .map((deed) => [deed, words(`people:deed.${deed}`)] as const)
    .toSorted(([, a], [, b]) => order(a, b))
  return (
    <form class="filter" method="get" action="/office/audit" noValidate>
      {frame.languageChosen && <input type="hidden" name="lang" value={language} />}
      <Choice name="by" label={words('people:audit.who')} all={words('people:audit.all')}>
        {[...people, ['svar', words('people:audit.command')] as const].map(([id, name]) => (
          <Option key={id} value={id} chosen={by}>
            {name}
          </Option>
        ))}
      </Choice>
      <Choice name="what" label={words('people:audit.did')} all={words('people:audit.all')}>
        {doings.map(([deed, text]) => (
          <Option key={deed} value={deed} chosen={what}>
            {text}
          </Option>
        ))}
      </Choice>
      <Field
        name="day"
        type="date"
        label={words('people:audit.day')}
        value={day}
        fault={view.faulty ? words('people:fault.day') : undefined}
        optional
      />
      <button class="button plain" type="submit">
        {words('people:audit.show')}
      </button>
    </form>
  )
}
