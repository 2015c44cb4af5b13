import type { Role } from '../../../survey/rights.ts'
import { faultWords, Field, NewPassword } from '../field.tsx'
import { formPage } from '../form-page.tsx'
import { officeDocument, type OfficeFrame, officePath } from '../frame.tsx'

export interface Invited {
  /** of the one-time link */
  code: string
  organisationName: string
  email: string
  name: string
  role: Role
  faults: {
    field: 'name' | 'password'
    code: 'missing' | 'long' | 'short' | 'common'
  }[]
}

/** Someone who was asked in says what they are called and chooses a password. */
export function invitedPage(frame: OfficeFrame, invited: Invited): string {
  const { words } = frame
  const { email, role } = invited
  const faults = invited.faults.map((fault) => faultWords(frame, fault))
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text
  return formPage(
    frame,
    {
      title: words('people:invited.title', { organisation: invited.organisationName }),
      intro: words('people:invited.intro', { role: words(`people:role.${role}`).toLowerCase() }),
      path: `/office/invited/${encodeURIComponent(invited.code)}`,
      send: words('people:invited.send'),
      faults,
    },
    <>
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
        autocomplete="username"
        readOnly
      />
      <NewPassword frame={frame} label={words('people:password')} fault={faultOf('password')} />
    </>,
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
