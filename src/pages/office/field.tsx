import type { InputHTMLAttributes } from 'preact'
import { NAME_LONGEST, PASSWORD_LEAST, PASSWORD_LONGEST } from '../../survey/people/person.ts'
import type { OfficeFrame } from './frame.tsx'
import { Labelled } from './labelled.tsx'

interface FieldProps {
  name: string
  label: string
  type?: 'text' | 'email' | 'password' | 'date' | 'tel' | 'search'
  value?: string | undefined
  hint?: string
  fault?: string | undefined
  /** off where nothing that the browser knows belongs there */
  autocomplete?: string
  inputMode?: 'numeric' | 'url'
  minLength?: number
  min?: string
  max?: string | undefined
  list?: string
  /** of the words that are asked for */
  lang?: string
  optional?: boolean
  readOnly?: boolean
}

/** One labelled field of an office form, with its fault beside it. */
export function Field({ name, label, hint, fault, optional, ...more }: FieldProps) {
  const { type = 'text', autocomplete = 'off', inputMode, ...rest } = more
  return (
    <Labelled {...{ name, label, hint, fault }}>
      {(tied) => {
        const attributes = { ...rest, type, autocomplete, inputmode: inputMode }
        return (
          <input {...({ ...tied, ...attributes, required: !optional } as InputHTMLAttributes)} />
        )
      }}
    </Labelled>
  )
}

interface NewPasswordProps {
  frame: OfficeFrame
  label: string
  fault: string | undefined
}

/** Where someone chooses a password; long is what counts. */
export function NewPassword({ frame, label, fault }: NewPasswordProps) {
  return (
    <Field
      name="password"
      type="password"
      label={label}
      hint={frame.words('office:welcome.passwordHint', { count: PASSWORD_LEAST })}
      fault={fault}
      autocomplete="new-password"
      minLength={PASSWORD_LEAST}
    />
  )
}

interface FaultSummaryProps {
  title: string
  faults: { field: string; text: string }[]
}

/** What is wrong with a form, first on its page, with a way to each field. It takes the focus. */
export function FaultSummary({ title, faults }: FaultSummaryProps) {
  if (faults.length === 0) return null
  return (
    <div
      class="notice fault"
      role="alert"
      aria-labelledby="faults"
      tabindex={-1}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- as GOV.UK: what is wrong is met first
      autofocus
    >
      <h2 id="faults">{title}</h2>
      <ul>
        {faults.map(({ field, text }) => (
          <li key={field}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What is wrong with what a person says of themselves. */
export function faultWords(
  { words }: OfficeFrame,
  { field, code }: { field: string; code: string },
) {
  const limits: Record<string, number> = { short: PASSWORD_LEAST, long: PASSWORD_LONGEST }
  const count = field === 'name' ? NAME_LONGEST : (limits[code] ?? 0)
  return { field, text: words(`people:fault.${field}.${code}`, { count }) }
}
