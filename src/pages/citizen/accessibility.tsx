import type { Frame } from '../frame.tsx'
import type { Organisation } from '../../survey/organisation.ts'
import { link } from '../link.ts'
import { longDate } from '../speech.ts'
import { AccessibilityReport } from './accessibility-report.tsx'
import { Part } from './part.tsx'
import { citizenPage } from './shell.tsx'

// The law asks for the day on which somebody last went through the statement.
const UPDATED = '2026-11-22'

const works = ['keyboard', 'reader', 'zoom', 'plain']
const gaps = ['assistive', 'texts', 'documents']

/**
 * The statement that Sweden's and Denmark's laws ask for, by the European Union's model; its form
 * lies in the words. Where the frame has an organisation it is hers, else of all of them.
 */
export function accessibilityPage(frame: Frame, organisations: Organisation[]): string {
  const { language, words, organisation } = frame
  const said = (key: string) => words(`accessibility.${key}`)
  const more = (key: string) => words(`duties:accessibility.${key}`)
  const named = { name: organisation?.name ?? '' }
  const heading = organisation ? words('duties:accessibility.titleOf', named) : more('heading')
  return citizenPage({
    frame,
    title: said('title'),
    children: (
      <>
        <h1>{heading}</h1>
        <p class="intro">{said('intro')}</p>
        {organisation && <p>{words('duties:accessibility.scope', named)}</p>}
        <Part title={said('status')}>
          <p>{more('partial')}</p>
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
          <ul>
            {gaps.map((item) => (
              <li>{more(`gapItems.${item}`)}</li>
            ))}
          </ul>
          <p>{more('burden')}</p>
        </Part>
        <Part title={said('report')}>
          <AccessibilityReport frame={frame} organisations={organisations} />
        </Part>
        <Part title={said('supervision')}>
          <p>{more('supervisionText')}</p>
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
