import { FaultSummary, Field } from './field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from './frame.tsx'

export interface SignIn {
  fault?: 'wrong' | 'throttled'
  email?: string
  /** a new password has just been chosen */
  reset?: boolean
  /** until the next try is let through */
  minutes?: number
}

export function signInPage(frame: OfficeFrame, view: SignIn = {}): string {
  const { fault, email, reset, minutes = 1 } = view
  const { words } = frame
  const title = words('office:signIn.title')
  return officeDocument(
    frame,
    { title: fault ? words('office:frame.faulty', { title }) : title },
    <div class="narrow">
      {fault && (
        <FaultSummary
          title={words('office:frame.faults')}
          faults={[
            { field: 'email', text: words(`office:signIn.fault.${fault}`, { count: minutes }) },
          ]}
        />
      )}
      {reset && <output class="notice good">{words('mail:reset.done')}</output>}
      <h1>{title}</h1>
      <p class="lede">{words('office:signIn.intro')}</p>
      <form method="post" action={officePath(frame, '/office/sign-in')}>
        <Csrf frame={frame} />
        <Field
          name="email"
          type="email"
          label={words('office:signIn.email')}
          value={email}
          autocomplete="username"
        />
        <Field
          name="password"
          type="password"
          label={words('office:signIn.password')}
          autocomplete="current-password"
        />
        <button class="button" type="submit">
          {words('office:signIn.send')}
        </button>
      </form>
      <p>
        <a href={officePath(frame, '/office/forgotten')}>{words('mail:forgotten.title')}</a>
      </p>
      <p class="quiet">{words('office:signIn.help')}</p>
    </div>,
  )
}
