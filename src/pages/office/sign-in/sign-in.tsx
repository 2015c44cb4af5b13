import { FaultSummary, Field } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { SignInWays } from './sign-in-ways.tsx'

export interface SignIn {
  fault?: SignInFault
  email?: string
  /** a new password has just been chosen */
  reset?: boolean
  /** until the next try is let through */
  minutes?: number
  ways?: SignInWays
}

export type SignInFault = 'wrong' | 'throttled' | 'elsewhere' | 'passkey' | 'spent'

const noWays: SignInWays = { providers: [], passkeys: false }

export function signInPage(frame: OfficeFrame, view: SignIn = {}): string {
  const { words } = frame
  const { fault, email, reset, minutes = 1, ways = noWays } = view
  const title = words('office:signIn.title')
  return officeDocument(
    frame,
    {
      title: fault ? words('office:frame.faulty', { title }) : title,
      passkeys: ways.passkeys,
    },
    <div class="narrow">
      {fault && (
        <FaultSummary
          title={words('office:frame.faults')}
          faults={[{ field: 'email', text: faultText(frame, fault, minutes) }]}
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
      <SignInWays frame={frame} ways={ways} />
      <p class="quiet">{words('office:signIn.help')}</p>
    </div>,
  )
}

const faultText = ({ words }: OfficeFrame, fault: SignInFault, minutes: number) =>
  fault === 'wrong' || fault === 'throttled'
    ? words(`office:signIn.fault.${fault}`, { count: minutes })
    : words(`sign-in:fault.way.${fault}`)
