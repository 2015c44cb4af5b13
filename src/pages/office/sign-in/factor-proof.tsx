import { Field } from '../field.tsx'
import { Csrf, type OfficeFrame, officePath } from '../frame.tsx'

interface Props {
  frame: OfficeFrame
  /** which form it is; the names of its fields begin with it */
  to: 'codes' | 'off'
  label: string
  faults: { field: string; text: string }[]
  once: string
  danger?: boolean
}

/** Asks for the password and a code once more, for what weakens or replaces the second factor. */
export function FactorProof({ frame, to, label, faults, once, danger }: Props) {
  const { words } = frame
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text
  const action = officePath(frame, `/office/account/second-factor/${to}`)
  return (
    <form method="post" action={action} noValidate>
      <Csrf frame={frame} />
      <input type="hidden" name="once" value={once} />
      <Field
        name={`${to}-present`}
        type="password"
        label={words('people:account.present')}
        fault={faultOf(`${to}-present`)}
        autocomplete="current-password"
      />
      <Field
        name={`${to}-code`}
        label={words('sign-in:code')}
        hint={words('sign-in:codeOrRecovery')}
        fault={faultOf(`${to}-code`)}
        autocomplete="one-time-code"
      />
      <button class={danger ? 'button danger' : 'button'} type="submit">
        {label}
      </button>
    </form>
  )
}
