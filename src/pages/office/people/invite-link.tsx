import type { Colleague } from '../../../survey/people/colleague.ts'
import { officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { momentsIn } from '../moments.ts'
import { Qr } from '../../qr.tsx'

export interface InviteLink {
  colleague: Colleague
  /** the whole address, with its one-time code */
  address: string
  until: number
  zone: string
  /** a letter with it is on its way */
  mailed: boolean
}

/** The way in for a colleague, shown once; made to be printed on one page. */
export function inviteLinkPage(frame: OfficeFrame, link: InviteLink): string {
  const { words, language, organisation } = frame
  const { colleague, address, until, zone, mailed } = link
  const invited = colleague.state === 'invited'
  const title = words('people:link.title', { name: colleague.name })
  const time = momentsIn(language).exact(until, zone)
  return officeDocument(
    frame,
    { title },
    <article class="handover">
      <p class="way-back">
        <a href={officePath(frame, `/office/people/${encodeURIComponent(colleague.id)}`)}>
          {words('people:link.back', { name: colleague.name })}
        </a>
      </p>
      <h1>
        <span class="eyebrow">{organisation?.name}</span> {title}
      </h1>
      {mailed && (
        <output class="notice good">{words('mail:invite.sent', { email: colleague.email })}</output>
      )}
      <p class="lede">{words('people:link.lede', { time })}</p>
      <section class="handover-code" aria-labelledby="address">
        <Qr text={address} label={words('people:link.qr')} />
        <div>
          <h2 id="address">{words('people:link.address')}</h2>
          <p class="handover-address">{address}</p>
          <h2>{words('people:link.signsInWith')}</h2>
          <p class="handover-address">{colleague.email}</p>
        </div>
      </section>
      <section aria-labelledby="steps">
        <h2 id="steps">{words('people:link.steps')}</h2>
        <ol class="steps">
          <li>{words('people:link.open')}</li>
          <li>{words(invited ? 'people:link.choose' : 'mail:resetSteps.choose')}</li>
          <li>{words(invited ? 'people:link.done' : 'mail:resetSteps.done')}</li>
        </ol>
      </section>
      <p class="quiet">{words('people:link.once')}</p>
    </article>,
  )
}
