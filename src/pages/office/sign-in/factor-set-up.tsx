import { FaultSummary, Field } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { Qr } from '../../qr.tsx'

export interface FactorSetUp {
  /** the secret follows from it, so that the page can be shown again */
  once: string
  /** the secret as it is typed */
  key: string
  /** the same for a camera */
  address: string
  wrong: boolean
  /** the organisation demands it before anything else */
  demanded: boolean
}

/** Ties a telephone to the account; it counts from the first right code on. */
export function factorSetUpPage(frame: OfficeFrame, setUp: FactorSetUp): string {
  const { words } = frame
  const { once, wrong, demanded } = setUp
  const title = words('sign-in:setUp.title')
  const text = wrong ? words('sign-in:fault.code.wrong') : undefined
  return officeDocument(
    frame,
    { title: text ? words('office:frame.faulty', { title }) : title },
    <>
      {!demanded && (
        <p class="way-back">
          <a href={officePath(frame, '/office/account')}>{words('sign-in:toAccount')}</a>
        </p>
      )}
      <FaultSummary
        title={words('office:frame.faults')}
        faults={text === undefined ? [] : [{ field: 'code', text }]}
      />
      <h1>{title}</h1>
      <p class="lede">{words(demanded ? 'sign-in:setUp.demanded' : 'sign-in:setUp.what')}</p>
      <Steps frame={frame} setUp={setUp} />
      <form
        class="narrow"
        method="post"
        action={officePath(frame, '/office/account/second-factor')}
      >
        <Csrf frame={frame} />
        <input type="hidden" name="once" value={once} />
        <Field
          name="code"
          label={words('sign-in:code')}
          hint={words('sign-in:setUp.codeHint')}
          fault={text}
          autocomplete="one-time-code"
          inputMode="numeric"
        />
        <button class="button" type="submit">
          {words('sign-in:setUp.send')}
        </button>
      </form>
    </>,
  )
}

function Steps({ frame: { words }, setUp }: { frame: OfficeFrame; setUp: FactorSetUp }) {
  return (
    <>
      <ol class="steps">
        <li>{words('sign-in:setUp.app')}</li>
        <li>{words('sign-in:setUp.scan')}</li>
        <li>{words('sign-in:setUp.write')}</li>
      </ol>
      <section class="handover-code" aria-labelledby="key">
        <Qr text={setUp.address} label={words('sign-in:setUp.qr')} />
        <div>
          <h2 id="key" class="small-title">
            {words('sign-in:setUp.key')}
          </h2>
          <p class="typed">{setUp.key.match(/.{4}/g)!.join(' ')}</p>
          <p class="quiet">{words('sign-in:setUp.keyHint')}</p>
        </div>
      </section>
    </>
  )
}
