import { deeds } from '../../survey/deeds.ts'
import type { AuditView } from './audit.tsx'
import type { OfficeFrame } from './frame.tsx'

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
      <Choice
        name="by"
        label={words('people:audit.who')}
        chosen={by}
        all={words('people:audit.all')}
      >
        {[...people, ['svar', words('people:audit.command')] as const]}
      </Choice>
      <Choice
        name="what"
        label={words('people:audit.did')}
        chosen={what}
        all={words('people:audit.all')}
      >
        {doings}
      </Choice>
      <div class={view.faulty ? 'field field-faulty' : 'field'}>
        <label for="day">{words('people:audit.day')}</label>
        {view.faulty && (
          <p class="fault" id="day-fault">
            {words('people:fault.day')}
          </p>
        )}
        <input
          type="date"
          id="day"
          name="day"
          value={day}
          aria-describedby={view.faulty ? 'day-fault' : undefined}
          aria-invalid={view.faulty ? 'true' : undefined}
        />
      </div>
      <button class="button plain" type="submit">
        {words('people:audit.show')}
      </button>
    </form>
  )
}

interface ChoiceProps {
  name: string
  label: string
  chosen: string
  /** what stands for no choice */
  all: string
  children: (readonly [string, string])[]
}

function Choice({ name, label, chosen, all, children }: ChoiceProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{all}</option>
        {children.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
