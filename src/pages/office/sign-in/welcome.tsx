import type { PersonFault } from '../../../survey/people/person.ts'
import { faultWords, Field, NewPassword } from '../field.tsx'
import { formPage } from '../form-page.tsx'
import { officeDocument, type OfficeFrame, officePath } from '../frame.tsx'

export interface Welcome {
  /** of the one-time link */
  code: string
  organisationName: string
  faults: PersonFault[]
  name?: string
  email?: string
}

/** The first person of an organisation says who they are and chooses a password. */
export function welcomePage(frame: OfficeFrame, welcome: Welcome): string {
  const { words } = frame
  const faults = welcome.faults.map((fault) => faultWords(frame, fault))
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text
  return formPage(
    frame,
    {
      title: words('office:welcome.title', { organisation: welcome.organisationName }),
      intro: words('office:welcome.intro'),
      path: `/office/welcome/${encodeURIComponent(welcome.code)}`,
      send: words('office:welcome.send'),
      faults,
    },
    <>
      <Field
        name="name"
        label={words('office:welcome.name')}
        value={welcome.name}
        fault={faultOf('name')}
        autocomplete="name"
      />
      <Field
        name="email"
        type="email"
        label={words('office:welcome.email')}
        hint={words('office:welcome.emailHint')}
        value={welcome.email}
        fault={faultOf('email')}
        autocomplete="username"
      />
      <NewPassword
        frame={frame}
        label={words('office:welcome.password')}
        fault={faultOf('password')}
      />
    </>,
  )
}

/** The link was used, or a newer one took its place. */
export function welcomeGonePage(frame: OfficeFrame): string {
  const { words } = frame
  const title = words('office:welcomeGone.title')
  return officeDocument(
    frame,
    { title },
    <div class="narrow">
      <h1>{title}</h1>
      <p class="lede">{words('office:welcomeGone.text')}</p>
      <p>{words('office:welcomeGone.again')}</p>
      <p>
        {words('office:welcomeGone.command')} <code>npx svar user add</code>
      </p>
      <p>
        <a href={officePath(frame, '/office/sign-in')}>{words('office:signIn.title')}</a>
      </p>
    </div>,
  )
}
