import type { InputHTMLAttributes } from 'preact'

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
