import type { Role } from '../../../survey/rights.ts'
import type { Provider } from '../../../survey/people/sign-in.ts'
import type { Place } from '../people/access.ts'
import { Field } from '../field.tsx'
import { Csrf, type OfficeFrame, officePath } from '../frame.tsx'
import { Group } from '../labelled.tsx'
import { MappingLines } from './mapping-lines.tsx'

interface ProviderLine {
  value: string
  role: Role | undefined
  sites: string[]
  /** what was looked for among the sites */
  sought?: string
}

/** What is in the form: of a secret nothing but what was just written. */
export interface ProviderForm {
  issuer: string
  clientId: string
  clientSecret: string
  claim: string
  passwords: boolean
  lines: ProviderLine[]
}

export interface ProviderFormFault {
  field: string
  code: 'missing' | 'address' | 'again' | 'retype' | 'half' | 'noAdministrator' | 'unproven'
}

interface Props {
  frame: OfficeFrame
  given: ProviderForm
  /** the client has a secret already, which is kept unless another is written */
  hasSecret: boolean
  places: Place[]
  faultOf(field: string): string | undefined
}

export const formOf = (provider: Provider | undefined): ProviderForm => ({
  issuer: provider?.issuer ?? '',
  clientId: provider?.clientId ?? '',
  clientSecret: '',
  claim: provider?.claim ?? 'groups',
  passwords: provider?.passwords ?? true,
  lines: provider?.mapping ?? [],
})

/** Everything about the organisation's own service for signing in. */
export function ProviderFields({ frame, given, hasSecret, places, faultOf }: Props) {
  const { words } = frame
  const hint = hasSecret ? 'sign-in:provider.secretKept' : 'sign-in:provider.secretHint'
  const field = (name: string, key: string, value: string) => ({
    name,
    label: words(`sign-in:provider.${key}`),
    value,
    fault: faultOf(name),
  })
  return (
    <form method="post" action={officePath(frame, '/office/organisation/sign-in')} noValidate>
      <Csrf frame={frame} />
      <Field
        {...field('issuer', 'issuer', given.issuer)}
        hint={words('sign-in:provider.issuerHint')}
        inputMode="url"
      />
      <Field {...field('client-id', 'clientId', given.clientId)} />
      <Field
        {...field('client-secret', 'secret', '')}
        type="password"
        hint={words(hint)}
        autocomplete="new-password"
        optional
      />
      <Field {...field('claim', 'claim', given.claim)} hint={words('sign-in:provider.claimHint')} />
      <MappingLines {...{ frame, places, faultOf }} lines={given.lines} />
      <Passwords frame={frame} allowed={given.passwords} fault={faultOf('passwords')} />
      <button class="button" type="submit">
        {words('people:save')}
      </button>
    </form>
  )
}

interface PasswordsProps {
  frame: OfficeFrame
  allowed: boolean
  fault: string | undefined
}

function Passwords({ frame: { words }, allowed, fault }: PasswordsProps) {
  return (
    <Group name="passwords" label={words('sign-in:provider.passwords')} fault={fault}>
      {(['yes', 'no'] as const).map((one) => (
        <label key={one} class="pick">
          <input
            type="radio"
            name="passwords"
            id={one === 'yes' ? 'passwords' : undefined}
            value={one}
            checked={(one === 'yes') === allowed}
          />
          <span>{words(`sign-in:provider.passwordsAre.${one}`)}</span>
        </label>
      ))}
    </Group>
  )
}
