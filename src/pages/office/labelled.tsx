import type { ComponentChildren, VNode } from 'preact'

/** What ties a control to its label, its hint and its fault. */
export interface Tied {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

interface Props {
  name: string
  /** where the name alone stands more than once on the page */
  id?: string
  label: ComponentChildren
  hint?: ComponentChildren
  fault?: string | undefined
}

/** A control with its label, and its hint and fault between. */
export function Labelled({
  name,
  id = name,
  label,
  hint,
  fault,
  children,
}: Props & { children: (tied: Tied) => VNode }) {
  return (
    <div class={fault ? 'field field-faulty' : 'field'}>
      <label for={id}>{label}</label>
      <Beside {...{ id, hint, fault }} />
      {children({
        id,
        name,
        'aria-describedby': described(id, hint, fault),
        'aria-invalid': fault ? 'true' : undefined,
      })}
    </div>
  )
}

/** Controls that answer one question together; a way to its fault leads to the one with the id. */
export function Group({
  name: id,
  label,
  hint,
  fault,
  children,
}: Omit<Props, 'id'> & { children: ComponentChildren }) {
  return (
    <fieldset
      class={fault ? 'field choice field-faulty' : 'field choice'}
      aria-describedby={described(id, hint, fault)}
    >
      <legend>{label}</legend>
      <Beside {...{ id, hint, fault }} />
      {children}
    </fieldset>
  )
}

function Beside({ id, hint, fault }: Pick<Props, 'hint' | 'fault'> & { id: string }) {
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </>
  )
}

const described = (id: string, hint: ComponentChildren, fault: string | undefined) =>
  [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined
