import type { PersonFault } from '../../../survey/people/person.ts'
import { FaultSummary, faultWords, Field, NewPassword } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'

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
  const title = words('office:welcome.title', { organisation: welcome.organisationName })
  const faults = welcome.faults.map((fault) => faultWords(frame, fault))
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text
  return officeDocument(
    frame,
    { title: faults.length > 0 ? words('office:frame.faulty', { title }) : title },
    <div class="narrow">
      <FaultSummary title={words('office:frame.faults')} faults={faults} />
      <h1>{title}</h1>
      <p class="lede">{words('office:welcome.intro')}</p>
      <form
        method="post"
        action={officePath(frame, `/office/welcome/${encodeURIComponent(welcome.code)}`)}
        noValidate
      >
        <Csrf frame={frame} />
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
        <button class="button" type="submit">
          {words('office:welcome.send')}
        </button>
      </form>
    </div>,
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
