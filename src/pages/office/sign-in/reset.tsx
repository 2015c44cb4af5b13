import { faultWords, Field, NewPassword } from '../field.tsx'
import { formPage } from '../form-page.tsx'
import { officeDocument, type OfficeFrame, officePath } from '../frame.tsx'

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
  const faults = fault ? [faultWords(frame, { field: 'password', code: fault })] : []
  return formPage(
    frame,
    {
      title: words('mail:reset.title'),
      intro: words('mail:reset.intro', { organisation: organisationName }),
      path: `/office/reset/${encodeURIComponent(code)}`,
      send: words('mail:reset.send'),
      faults,
    },
    <>
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
    </>,
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
