import type { InputHTMLAttributes } from 'preact'
import { NAME_LONGEST, PASSWORD_LEAST, PASSWORD_LONGEST } from '../../survey/person.ts'
import type { OfficeFrame } from './frame.tsx'

interface FieldProps {
  name: string
  label: string
  type?: 'text' | 'email' | 'password'
  value?: string | undefined
  hint?: string
  fault?: string | undefined
  autocomplete: string
  inputMode?: 'numeric' | 'url'
  minLength?: number
  optional?: boolean
  readOnly?: boolean
}

/** One labelled field of an office form, with its fault beside it. */
export function Field(props: FieldProps) {
  const {
    name,
    label,
    type = 'text',
    value,
    hint,
    fault,
    autocomplete,
    inputMode,
    minLength,
    optional,
    readOnly,
  } = props
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  const attributes = {
    type,
    id: name,
    name,
    value,
    autocomplete,
    inputmode: inputMode,
    required: !optional,
    minLength,
    readOnly,
    'aria-describedby': described || undefined,
    'aria-invalid': fault ? 'true' : undefined,
  } as InputHTMLAttributes
  return (
    <div class={fault ? 'field field-faulty' : 'field'}>
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
      <input {...attributes} />
    </div>
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
