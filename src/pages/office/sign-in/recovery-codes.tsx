import { officeDocument, type OfficeFrame, officePath } from '../frame.tsx'

/** Recovery codes, shown once; made to be printed on one page. */
export function recoveryPage(frame: OfficeFrame, codes: string[]): string {
  const { words, user } = frame
  const title = words('sign-in:recovery.title')
  return officeDocument(
    frame,
    { title },
    <article class="handover">
      <p class="way-back">
        <a href={officePath(frame, '/office/account')}>{words('sign-in:toAccount')}</a>
      </p>
      <output class="notice good">{words('sign-in:recovery.isOn')}</output>
      <h1>
        <span class="eyebrow">{user?.name}</span> {title}
      </h1>
      <p class="lede">{words('sign-in:recovery.what')}</p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p>{words('sign-in:recovery.keep')}</p>
      <p class="quiet">{words('sign-in:recovery.once')}</p>
      <p class="on-screen">
        <a class="button" href={officePath(frame, '/office')}>
          {words('sign-in:recovery.done')}
        </a>
      </p>
    </article>,
  )
}
