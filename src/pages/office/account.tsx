import type { OpenSession } from '../../survey/colleague.ts'
import { AccountSessions } from './account-sessions.tsx'
import { FaultSummary, faultWords, Field, NewPassword } from './field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from './frame.tsx'

export interface AccountView {
  name: string
  email: string
  sessions: OpenSession[]
  now: number
  zone: string
  done?: AccountDone | undefined
  faults?: {
    field: 'name' | 'present' | 'password'
    code: 'missing' | 'long' | 'wrong' | 'short' | 'common'
  }[]
}

export const accountDoings = ['name', 'password', 'session', 'others'] as const
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
  const faults = (view.faults ?? []).map((fault) => faultWords(frame, fault))
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text
  return officeDocument(
    frame,
    { title: faults.length > 0 ? words('office:frame.faulty', { title }) : title },
    <>
      <FaultSummary title={words('office:frame.faults')} faults={faults} />
      {view.done && (
        <output class="notice good">{words(`people:account.done.${view.done}`)}</output>
      )}
      <h1>{title}</h1>
      <p class="lede">{words('people:account.signsInWith', { email: view.email })}</p>
      <NameForm {...{ frame, view, faultOf }} />
      <PasswordForm {...{ frame, view, faultOf }} />
      <AccountSessions frame={frame} view={view} />
    </>,
  )
}

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
