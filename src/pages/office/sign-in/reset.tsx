import { FaultSummary, faultWords, Field, NewPassword } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'

export interface ResetView {
  /** of the one-time link */
  code: string
  organisationName: string
  email: string
  fault?: 'short' | 'long' | 'common' | undefined
}

/** Someone who has forgotten a password chooses another. */
export function resetPage(frame: OfficeFrame, view: ResetView): string {
  const { words } = frame
  const { code, organisationName, email, fault } = view
  const title = words('mail:reset.title')
  const faults = fault ? [faultWords(frame, { field: 'password', code: fault })] : []
  return officeDocument(
    frame,
    { title: fault ? words('office:frame.faulty', { title }) : title },
    <div class="narrow">
      <FaultSummary title={words('office:frame.faults')} faults={faults} />
      <h1>{title}</h1>
      <p class="lede">{words('mail:reset.intro', { organisation: organisationName })}</p>
      <form
        method="post"
        action={officePath(frame, `/office/reset/${encodeURIComponent(code)}`)}
        noValidate
      >
        <Csrf frame={frame} />
        <Field
          name="email"
          type="email"
          label={words('people:email')}
          value={email}
          autocomplete="username"
          readOnly
        />
        <NewPassword
          frame={frame}
          label={words('people:account.newPassword')}
          fault={faults[0]?.text}
        />
        <button class="button" type="submit">
          {words('mail:reset.send')}
        </button>
      </form>
    </div>,
  )
}

/** The link was used, is too old, or was never one: nobody is told which. */
export function resetGonePage(frame: OfficeFrame): string {
  const { words } = frame
  const title = words('people:invitedGone.title')
  return officeDocument(
    frame,
    { title },
    <div class="narrow">
      <h1>{title}</h1>
      <p class="lede">{words('people:invitedGone.text')}</p>
      <p>
        <a href={officePath(frame, '/office/forgotten')}>{words('mail:reset.again')}</a>
      </p>
      <p>
        <a href={officePath(frame, '/office/sign-in')}>{words('mail:reset.used')}</a>
      </p>
    </div>,
  )
}
