import { Doing } from '../tablets/device-forms.tsx'
import { FactorProof } from './factor-proof.tsx'
import { FaultSummary } from '../field.tsx'
import { officeDocument, type OfficeFrame, officePath } from '../frame.tsx'

export interface FactorView {
  /** how many recovery codes are still to be used */
  left: number
  /** the organisation demands it, so it cannot be turned off */
  demanded: boolean
  /** names the sending of the form for new recovery codes */
  once: string
  faults: { field: string; code: 'present' | 'wrong' | 'used' | 'locked' | 'throttled' }[]
  /** the form that was sent */
  open?: 'codes' | 'off'
}

/** One's second factor while it is on. */
export function factorPage(frame: OfficeFrame, view: FactorView): string {
  const { words } = frame
  const { left, demanded, open, once } = view
  const title = words('sign-in:factor.title')
  const faults = view.faults.map(({ field, code }) => ({
    field,
    text: words(code === 'present' ? 'people:fault.present.wrong' : `sign-in:fault.code.${code}`),
  }))
  const form = { frame, faults, once }
  return officeDocument(
    frame,
    { title: faults.length > 0 ? words('office:frame.faulty', { title }) : title },
    <>
      <p class="way-back">
        <a href={officePath(frame, '/office/account')}>{words('sign-in:toAccount')}</a>
      </p>
      <FaultSummary title={words('office:frame.faults')} faults={faults} />
      <h1>{title}</h1>
      <p class="lede">{words('sign-in:factor.isOn')}</p>
      <p>{words('sign-in:recovery.left', { count: left })}</p>
      <section class="doings" aria-labelledby="more">
        <h2 id="more">{words('people:more')}</h2>
        <Doing title={words('sign-in:recovery.renew')} open={open === 'codes'}>
          <p>{words('sign-in:recovery.renewWhat')}</p>
          <FactorProof {...form} to="codes" label={words('sign-in:recovery.renew')} />
        </Doing>
        {demanded ? (
          <p class="quiet">{words('sign-in:factor.demanded')}</p>
        ) : (
          <Doing title={words('sign-in:factor.off')} open={open === 'off'}>
            <p>{words('sign-in:factor.offWhat')}</p>
            <FactorProof {...form} to="off" label={words('sign-in:factor.off')} danger />
          </Doing>
        )}
      </section>
    </>,
  )
}
