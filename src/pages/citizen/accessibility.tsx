import type { Frame } from '../frame.tsx'
import type { Organisation } from '../../survey/organisation.ts'
import { link } from '../link.ts'
import { longDate } from '../speech.ts'
import { Part } from './part.tsx'
import { citizenPage } from './shell.tsx'

// The law asks for the day on which somebody last went through the statement.
const UPDATED = '2026-11-22'

const works = ['keyboard', 'reader', 'zoom', 'plain']

/** The statement that Sweden's and Denmark's laws ask for; its form lies in the words. */
export function accessibilityPage(frame: Frame, organisations: Organisation[]): string {
  const { language, words } = frame
  const said = (key: string) => words(`accessibility.${key}`)
  return citizenPage({
    frame,
    title: said('title'),
    children: (
      <>
        <h1>{said('title')}</h1>
        <p class="intro">{said('intro')}</p>
        <Part title={said('status')}>
          <p>{said('statusText')}</p>
        </Part>
        <Part title={said('works')}>
          <ul>
            {works.map((item) => (
              <li>{said(`worksItems.${item}`)}</li>
            ))}
          </ul>
        </Part>
        <Part title={said('gaps')}>
          <p>{said('gapsText')}</p>
        </Part>
        <Part title={said('report')}>
          <p>{said('reportText')}</p>
          <Contacts frame={frame} organisations={organisations} />
        </Part>
        <Part title={said('supervision')}>
          <p>{said('supervisionText')}</p>
          <p>
            <a href={link(said('supervisionAddress'))}>{said('supervisionLink')}</a>
          </p>
        </Part>
        <Part title={said('tested')}>
          <p>{said('testedText')}</p>
          <p>{words('accessibility.updated', { date: longDate(UPDATED, language) })}</p>
        </Part>
      </>
    ),
  })
}

/** Where to write and call whoever asks, as far as they have said. */
function Contacts({ frame, organisations }: { frame: Frame; organisations: Organisation[] }) {
  const { words } = frame
  const reachable = organisations.filter(({ email, phone }) => email || phone)
  if (reachable.length === 0) return null
  return (
    <dl>
      {reachable.map(({ name, email, phone }) => (
        <>
          <dt>{name}</dt>
          {email && (
            <dd>
              {words('accessibility.email')} <a href={link(`mailto:${email}`)}>{email}</a>
            </dd>
          )}
          {phone && (
            <dd>
              {words('accessibility.phone')}{' '}
              <a href={link(`tel:${phone.replaceAll(/[^+\d]/g, '')}`)}>{unbroken(phone)}</a>
            </dd>
          )}
        </>
      ))}
    </dl>
  )
}

/** A telephone number stays on one line. */
const unbroken = (phone: string) => phone.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')
