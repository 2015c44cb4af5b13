import type { Frame } from '../frame.tsx'
import type { Organisation } from '../../survey/organisation.ts'
import { link } from '../link.ts'

interface Props {
  frame: Frame
  /** whose statements stand elsewhere; none where this is an organisation's own */
  organisations: Organisation[]
}

/** Where to write and call about what does not work, as far as they have said. */
export function AccessibilityReport({ frame, organisations }: Props) {
  const { words, organisation, path, language } = frame
  if (organisation) return <OwnReport frame={frame} organisation={organisation} />
  return (
    <>
      <p>{words('accessibility.reportText')}</p>
      {organisations.length > 0 && (
        <>
          <p>{words('duties:accessibility.others')}</p>
          <ul>
            {organisations.map(({ id, name }) => (
              <li>
                <a href={link(`${path}/${id}`, { lang: language })}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function OwnReport({ frame, organisation }: { frame: Frame; organisation: Organisation }) {
  const { words } = frame
  const { name, email, phone } = organisation
  if (!email && !phone) {
    const privacy = words('privacy.title')
    return <p>{words('duties:accessibility.reportNowhere', { name, privacy })}</p>
  }
  const subject = words('duties:accessibility.subject', { site: words('service') })
  return (
    <>
      <p>{words('duties:accessibility.reportText', { name })}</p>
      <ul>
        {email && (
          <li>
            {words('accessibility.email')}{' '}
            <a href={link(`mailto:${email}?subject=${encodeURIComponent(subject)}`)}>{email}</a>
          </li>
        )}
        {phone && (
          <li>
            {words('accessibility.phone')}{' '}
            <a href={link(`tel:${phone.replaceAll(/[^+\d]/g, '')}`)} dir="ltr">
              {unbroken(phone)}
            </a>
          </li>
        )}
      </ul>
    </>
  )
}

/** A telephone number stays on one line. */
const unbroken = (phone: string) => phone.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')
