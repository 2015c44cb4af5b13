import type { InputHTMLAttributes } from 'preact'

interface Props {
  name: string
  label: string
  type?: 'text' | 'date' | 'email' | 'tel' | 'search'
  value: string
  hint?: string
  fault?: string | undefined
  required?: boolean
  /** of the words that are asked for */
  lang?: string
  inputMode?: 'numeric'
  max?: string
  list?: string
}

/** A labelled field that may stay empty, with its fault beside it. */
export function LooseField({ name, label, hint, fault, type = 'text', ...more }: Props) {
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  const attributes = {
    ...more,
    id: name,
    name,
    type,
    autocomplete: 'off',
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
