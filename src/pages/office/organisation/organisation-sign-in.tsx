import type { ProviderFault } from '../../../survey/people/provider-refusal.ts'
import type { Place } from '../people/access.ts'
import { Doing } from '../tablets/device-forms.tsx'
import { FaultSummary } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { ProviderFields, type ProviderForm, type ProviderFormFault } from './provider-form.tsx'

export interface OrganisationSignIn {
  /** everyone has to have a second factor */
  demanded: boolean
  given: ProviderForm
  /** there is a service already */
  kept: boolean
  hasSecret: boolean
  /** where the service sends people back to; undefined where no address is configured */
  callback: string | undefined
  places: Place[]
  faults: ProviderFormFault[]
  done?: (typeof signInDoings)[number] | undefined
  checked?: ProviderFault | 'fine' | undefined
}

export const signInDoings = ['demanded', 'free', 'saved', 'removed'] as const

interface Props {
  frame: OfficeFrame
  view: OrganisationSignIn
}

/** How people of the organisation come in. */
export function organisationSignInPage(frame: OfficeFrame, view: OrganisationSignIn): string {
  const { words } = frame
  const { done, checked, kept } = view
  const title = words('sign-in:organisation.title')
  const faults = view.faults.map(({ field, code }) => ({
    field,
    text: words(`sign-in:fault.${field.replace(/-\d+$/, '')}.${code}`),
  }))
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text
  return officeDocument(
    frame,
    { title: faults.length > 0 ? words('office:frame.faulty', { title }) : title },
    <>
      <FaultSummary title={words('office:frame.faults')} faults={faults} />
      {done && <output class="notice good">{words(`sign-in:done.${done}`)}</output>}
      {checked && (
        <output class={checked === 'fine' ? 'notice good' : 'notice fault'}>
          {words(checked === 'fine' ? 'sign-in:check.fine' : `sign-in:refusal.${checked}`)}
        </output>
      )}
      <h1>{title}</h1>
      <p class="lede">{words('sign-in:organisation.what')}</p>
      <Demand frame={frame} view={view} />
      <section class="doing" aria-labelledby="provider">
        <h2 id="provider">{words('sign-in:provider.title')}</h2>
        <p>{words('sign-in:provider.what')}</p>
        <Callback frame={frame} view={view} />
        <ProviderFields {...{ frame, ...view, faultOf }} />
      </section>
      {kept && <Doings frame={frame} />}
    </>,
  )
}

function Demand({ frame, view: { demanded } }: Props) {
  const { words } = frame
  const key = demanded ? 'on' : 'off'
  return (
    <section class="doing" aria-labelledby="demand">
      <h2 id="demand">{words('sign-in:factor.title')}</h2>
      <p>{words(`sign-in:demand.${key}`)}</p>
      <p>{words('sign-in:demand.what')}</p>
      <form method="post" action={officePath(frame, '/office/organisation/sign-in/second-factor')}>
        <Csrf frame={frame} />
        <button class="button plain" type="submit" name="demanded" value={demanded ? 'no' : 'yes'}>
          {words(demanded ? 'sign-in:demand.stop' : 'sign-in:demand.start')}
        </button>
      </form>
    </section>
  )
}

function Callback({ frame: { words }, view: { callback } }: Props) {
  if (callback === undefined) {
    return <p class="notice">{words('sign-in:provider.noAddress')}</p>
  }
  return (
    <dl class="facts">
      <div>
        <dt>{words('sign-in:provider.callback')}</dt>
        <dd class="typed">{callback}</dd>
      </div>
    </dl>
  )
}

function Doings({ frame }: { frame: OfficeFrame }) {
  const { words } = frame
  const send = (to: string, label: string, kind: string) => (
    <form method="post" action={officePath(frame, `/office/organisation/sign-in/${to}`)}>
      <Csrf frame={frame} />
      <button class={`button ${kind}`} type="submit">
        {label}
      </button>
    </form>
  )
  return (
    <section class="doings" aria-labelledby="more">
      <h2 id="more">{words('people:more')}</h2>
      <Doing title={words('sign-in:check.title')} open>
        <p>{words('sign-in:check.what')}</p>
        {send('check', words('sign-in:check.send'), 'plain')}
      </Doing>
      <Doing title={words('sign-in:provider.remove')}>
        <p>{words('sign-in:provider.removeWhat')}</p>
        {send('removal', words('sign-in:provider.remove'), 'danger')}
      </Doing>
    </section>
  )
}
