import type { Organisation } from '../../../survey/organisation.ts'
import { Csrf, type OfficeFrame, officePath } from '../frame.tsx'

export interface SignInWays {
  /** organisations that have a service of their own for signing in */
  providers: Pick<Organisation, 'id' | 'name'>[]
  passkeys: boolean
}

/** Ways in without a password. */
export function SignInWays({ frame, ways }: { frame: OfficeFrame; ways: SignInWays }) {
  const { words } = frame
  const { providers, passkeys } = ways
  return (
    <>
      {passkeys && (
        <form
          method="post"
          action={officePath(frame, '/office/passkey')}
          hidden
          data-passkey="sign-in"
          data-options="/office/passkey/options"
          data-said={words('sign-in:passkeys.cancelled')}
        >
          <Csrf frame={frame} />
          <input type="hidden" name="credential" value="" />
          <output class="passkey-said" />
          <button class="button plain" type="submit">
            {words('sign-in:passkeys.signIn')}
          </button>
        </form>
      )}
      {providers.length > 0 && (
        <nav class="ways" aria-label={words('sign-in:provider.others')}>
          <ul>
            {providers.map(({ id, name }) => (
              <li key={id}>
                <a class="button plain" href={officePath(frame, `/office/sign-in/${id}`)}>
                  {words('sign-in:provider.with', { organisation: name })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}
