import type { OpenSession } from '../../../survey/people/colleague.ts'
import { NAME_LONGEST } from '../../../survey/people/person.ts'
import type { Passkey } from '../../../survey/people/sign-in.ts'
import { AccountFactor } from './account-factor.tsx'
import { AccountPasskeys } from './account-passkeys.tsx'
import { AccountSessions } from './account-sessions.tsx'
import { FaultSummary, faultWords, Field, NewPassword } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'

export interface AccountView {
  name: string
  email: string
  sessions: OpenSession[]
  /** a code is asked for after the password */
  factor: boolean
  /** undefined where the installation has none */
  passkeys?: Passkey[] | undefined
  /** the name of a new passkey, where it was refused */
  passkeyName?: string
  now: number
  zone: string
  done?: AccountDone | undefined
  faults?: {
    field: 'name' | 'present' | 'password' | PasskeyField
    code: 'missing' | 'long' | 'wrong' | 'short' | 'common' | 'failed'
  }[]
}

type PasskeyField = 'passkey-name' | 'passkey-present'

export const accountDoings = [
  'name',
  'password',
  'session',
  'others',
  'factorOff',
  'passkeyAdded',
  'passkeyRemoved',
] as const
export type AccountDone = (typeof accountDoings)[number]

interface Props {
  frame: OfficeFrame
  view: AccountView
  faultOf(field: string): string | undefined
}

/** What is one's own: the name, the password, and where one is signed in. */
export function accountPage(frame: OfficeFrame, view: AccountView): string {
  const { words } = frame
  const title = words('people:account.title')
  const faults = (view.faults ?? []).map((fault) => wordsOf(frame, fault))
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text
  return officeDocument(
    frame,
    {
      title: faults.length > 0 ? words('office:frame.faulty', { title }) : title,
      passkeys: view.passkeys !== undefined,
    },
    <>
      <FaultSummary title={words('office:frame.faults')} faults={faults} />
      {view.done && <output class="notice good">{words(doneKey(view.done))}</output>}
      <h1>{title}</h1>
      <p class="lede">{words('people:account.signsInWith', { email: view.email })}</p>
      <NameForm {...{ frame, view, faultOf }} />
      <PasswordForm {...{ frame, view, faultOf }} />
      <AccountFactor frame={frame} on={view.factor} />
      {view.passkeys && (
        <AccountPasskeys {...{ frame, faultOf }} passkeys={view.passkeys} name={view.passkeyName} />
      )}
      <AccountSessions frame={frame} view={view} />
    </>,
  )
}

function wordsOf(frame: OfficeFrame, { field, code }: NonNullable<AccountView['faults']>[number]) {
  const { words } = frame
  if (field === 'passkey-present') return { field, text: words('people:fault.present.wrong') }
  if (field !== 'passkey-name') return faultWords(frame, { field, code })
  return { field, text: words(`sign-in:fault.passkey.${code}`, { count: NAME_LONGEST }) }
}

const doneKey = (done: AccountDone) =>
  /^(factor|passkey)/.test(done) ? `sign-in:done.${done}` : `people:account.done.${done}`

function NameForm({ frame, view, faultOf }: Props) {
  const { words } = frame
  return (
    <section class="doing" aria-labelledby="own-name">
      <h2 id="own-name">{words('people:account.nameTitle')}</h2>
      <form method="post" action={officePath(frame, '/office/account/name')} noValidate>
        <Csrf frame={frame} />
        <Field
          name="name"
          label={words('people:account.name')}
          value={view.name}
          fault={faultOf('name')}
          autocomplete="name"
        />
        <button class="button" type="submit">
          {words('people:save')}
        </button>
      </form>
    </section>
  )
}

function PasswordForm({ frame, view, faultOf }: Props) {
  const { words } = frame
  return (
    <section class="doing" aria-labelledby="own-password">
      <h2 id="own-password">{words('people:account.passwordTitle')}</h2>
      <p>{words('people:account.passwordWhat')}</p>
      <form method="post" action={officePath(frame, '/office/account/password')} noValidate>
        <Csrf frame={frame} />
        {/* For who keeps passwords in the browser. */}
        <input type="hidden" name="email" value={view.email} autocomplete="username" />
        <Field
          name="present"
          type="password"
          label={words('people:account.present')}
          fault={faultOf('present')}
          autocomplete="current-password"
        />
        <NewPassword
          frame={frame}
          label={words('people:account.newPassword')}
          fault={faultOf('password')}
        />
        <button class="button" type="submit">
          {words('people:account.passwordSend')}
        </button>
      </form>
    </section>
  )
}
