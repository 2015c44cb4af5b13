import { NAME_LONGEST } from '../../../survey/people/person.ts'
import type { Passkey } from '../../../survey/people/sign-in.ts'
import { Field } from '../field.tsx'
import { Csrf, type OfficeFrame, officePath } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'

interface Props {
  frame: OfficeFrame
  passkeys: Passkey[]
  /** what was given, where it was refused */
  name?: string | undefined
  faultOf(field: string): string | undefined
}

/** One's passkeys, and a form for another where the browser can make one. */
export function AccountPasskeys(props: Props) {
  const { frame, passkeys } = props
  const { words } = frame
  return (
    <section class="doing" aria-labelledby="passkeys">
      <h2 id="passkeys">{words('sign-in:passkeys.title')}</h2>
      <p>{words('sign-in:passkeys.what')}</p>
      {passkeys.length > 0 && (
        <ul class="bare-sites sessions">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <OnePasskey frame={frame} passkey={passkey} />
            </li>
          ))}
        </ul>
      )}
      <p class="quiet" data-passkeys-missing>
        {words('sign-in:passkeys.missing')}
      </p>
      <AddPasskey {...props} />
    </section>
  )
}

function OnePasskey({ frame, passkey }: { frame: OfficeFrame; passkey: Passkey }) {
  const { words, language } = frame
  const { id, name, addedAt, usedOn } = passkey
  const { date } = numbersIn(language)
  return (
    <>
      <div>
        <p class="session">
          <strong>{name}</strong>
        </p>
        <p class="quiet session">
          {words('sign-in:passkeys.added', { day: date(addedAt.slice(0, 10)) })}{' '}
          {usedOn && words('sign-in:passkeys.used', { day: date(usedOn) })}
        </p>
      </div>
      <form method="post" action={officePath(frame, '/office/account/passkeys/removal')}>
        <Csrf frame={frame} />
        <input type="hidden" name="passkey" value={id} />
        <button class="button plain" type="submit">
          {words('sign-in:passkeys.remove')}
          <span class="unseen">{`: ${name}`}</span>
        </button>
      </form>
    </>
  )
}

/** Hidden until the script knows that the browser can. */
function AddPasskey({ frame, name, faultOf }: Props) {
  const { words } = frame
  return (
    <form
      method="post"
      action={officePath(frame, '/office/account/passkeys')}
      hidden
      noValidate
      data-passkey="register"
      data-options="/office/account/passkeys/options"
      data-said={words('sign-in:passkeys.cancelled')}
    >
      <Csrf frame={frame} />
      <input type="hidden" name="credential" value="" />
      <Field
        name="passkey-name"
        label={words('sign-in:passkeys.name')}
        hint={words('sign-in:passkeys.nameHint', { count: NAME_LONGEST })}
        value={name}
        fault={faultOf('passkey-name')}
        autocomplete="off"
      />
      <Field
        name="passkey-present"
        type="password"
        label={words('people:account.present')}
        fault={faultOf('passkey-present')}
        autocomplete="current-password"
      />
      <output class="passkey-said" />
      <button class="button" type="submit">
        {words('sign-in:passkeys.add')}
      </button>
    </form>
  )
}
