import { PASSWORD_LEAST } from '../../survey/person.ts'
import type { Role } from '../../survey/rights.ts'
import { FaultSummary, Field } from './field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from './frame.tsx'
import { NAME_LONGEST } from './person-new.tsx'

export interface Invited {
  /** of the one-time link */
  code: string
  organisationName: string
  email: string
  name: string
  role: Role
  faults: {
    field: 'name' | 'email' | 'password'
    code: 'missing' | 'long' | 'elsewhere' | 'short' | 'common'
  }[]
}

/** Someone who was asked in says what they are called and chooses a password. */
export function invitedPage(frame: OfficeFrame, invited: Invited): string {
  const { words } = frame
  const { email, role } = invited
  const title = words('people:invited.title', { organisation: invited.organisationName })
  const faults = invited.faults.map(({ field, code }) => ({
    field,
    text: words(`people:fault.${field}.${code}`, {
      count: field === 'name' ? NAME_LONGEST : PASSWORD_LEAST,
    }),
  }))
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text
  return officeDocument(
    frame,
    { title: faults.length > 0 ? words('office:frame.faulty', { title }) : title },
    <div class="narrow">
      <FaultSummary title={words('office:frame.faults')} faults={faults} />
      <h1>{title}</h1>
      <p class="lede">
        {words('people:invited.intro', { role: words(`people:role.${role}`).toLowerCase() })}
      </p>
      <form
        method="post"
        action={officePath(frame, `/office/invited/${encodeURIComponent(invited.code)}`)}
        noValidate
      >
        <Csrf frame={frame} />
        <Field
          name="name"
          label={words('people:account.name')}
          value={invited.name}
          fault={faultOf('name')}
          autocomplete="name"
        />
        <Field
          name="email"
          type="email"
          label={words('people:email')}
          hint={words('people:invited.emailHint')}
          value={email}
          fault={faultOf('email')}
          autocomplete="username"
          readOnly
        />
        <Field
          name="password"
          type="password"
          label={words('people:password')}
          hint={words('office:welcome.passwordHint', { count: PASSWORD_LEAST })}
          fault={faultOf('password')}
          autocomplete="new-password"
          minLength={PASSWORD_LEAST}
        />
        <button class="button" type="submit">
          {words('people:invited.send')}
        </button>
      </form>
    </div>,
  )
}

/** The link was used, is too old, or was never one: nobody is told which. */
export function invitedGonePage(frame: OfficeFrame): string {
  const { words } = frame
  const title = words('people:invitedGone.title')
  return officeDocument(
    frame,
    { title },
    <div class="narrow">
      <h1>{title}</h1>
      <p class="lede">{words('people:invitedGone.text')}</p>
      <p>{words('people:invitedGone.again')}</p>
      <p>
        <a href={officePath(frame, '/office')}>{words('people:invitedGone.used')}</a>
      </p>
    </div>,
  )
}
