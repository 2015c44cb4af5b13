import { type OfficeFrame, officePath } from '../frame.tsx'

/** Whether a code is asked for after the password, and the way to change that. */
export function AccountFactor({ frame, on }: { frame: OfficeFrame; on: boolean }) {
  const { words } = frame
  return (
    <section class="doing" aria-labelledby="factor">
      <h2 id="factor">{words('sign-in:factor.title')}</h2>
      <p>{words(on ? 'sign-in:factor.isOn' : 'sign-in:factor.isOff')}</p>
      <p>
        <a class="button plain" href={officePath(frame, '/office/account/second-factor')}>
          {words(on ? 'sign-in:factor.change' : 'sign-in:setUp.title')}
        </a>
      </p>
    </section>
  )
}
