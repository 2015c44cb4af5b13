import type { AuditLine } from '../../../survey/people/audit.ts'
import { AuditFilterForm } from './audit-filter.tsx'
import { officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { momentsIn } from '../moments.ts'
import { numbersIn } from '../numbers.ts'
import { Cell, Listing } from '../listing.tsx'

export interface AuditView {
  lines: AuditLine[]
  asked: { by: string; what: string; day: string }
  /** the day cannot be read */
  faulty: boolean
  /** the number from which the next page goes on */
  next?: number | undefined
  /** the lines are not the newest */
  later: boolean
  /** names of people by id, and of surveys */
  people: Map<string, string>
  surveys: Map<string, string>
  zone: string
}

/** Who did what to which object, and when. */
export function auditPage(frame: OfficeFrame, view: AuditView): string {
  const { words } = frame
  const title = words('people:audit.title')
  const { by, what, day } = view.asked
  const filter = { ...(by && { by }), ...(what && { what }), ...(day && { day }) }
  const some = Object.keys(filter).length > 0
  return officeDocument(
    frame,
    { title: view.faulty ? words('office:frame.faulty', { title }) : title },
    <>
      <h1>{title}</h1>
      <p class="lede">{words('people:audit.what')}</p>
      <AuditFilterForm frame={frame} view={view} />
      {view.lines.length === 0 ? (
        <p class="empty">{words(some ? 'people:audit.noneFound' : 'people:audit.none')}</p>
      ) : (
        <Lines frame={frame} view={view} />
      )}
      <nav class="paging" aria-label={words('people:audit.pages')}>
        {view.later && (
          <a href={officePath(frame, '/office/audit', filter)}>{words('people:audit.newest')}</a>
        )}
        {view.next !== undefined && (
          <a href={officePath(frame, '/office/audit', { ...filter, before: String(view.next) })}>
            {words('people:audit.older')}
          </a>
        )}
        {view.lines.length > 0 && (
          <a href={officePath(frame, '/office/audit.csv', filter)} download>
            {words('people:audit.csv')}
          </a>
        )}
      </nav>
    </>,
  )
}

function Lines({ frame, view }: { frame: OfficeFrame; view: AuditView }) {
  const { words, language } = frame
  const { exact } = momentsIn(language)
  return (
    <Listing
      kind="audit"
      caption={words('people:audit.title')}
      columns={['when', 'who', 'did', 'object'].map((column) => words(`people:audit.${column}`))}
    >
      {view.lines.map(({ number, at, by, what, object }) => (
        <tr key={number} class="entry">
          <th scope="row">
            <time dateTime={at}>{exact(Date.parse(at), view.zone)}</time>
          </th>
          <Cell label={words('people:audit.who')}>{whoIs(frame, view, by)}</Cell>
          <Cell label={words('people:audit.did')}>{words(`people:deed.${what}`)}</Cell>
          <Cell label={words('people:audit.object')}>{objectOf(frame, view, what, object)}</Cell>
        </tr>
      ))}
    </Listing>
  )
}

const whoIs = ({ words }: OfficeFrame, { people }: AuditView, by: string): string =>
  by === 'svar' ? words('people:audit.command') : (people.get(by) ?? by)

function objectOf(frame: OfficeFrame, view: AuditView, what: string, object: string): string {
  const { words } = frame
  if (what.startsWith('person.')) return view.people.get(object) ?? object
  if (what.startsWith('survey.')) return view.surveys.get(object) ?? object
  if (what.startsWith('text.')) {
    const [survey = '', text = ''] = object.split('/')
    return `${view.surveys.get(survey) ?? survey}, ${text}`
  }
  if (what.startsWith('token.')) return words(`people:token.${object}`)
  if (what === 'site.imported') {
    const number = numbersIn(frame.language).count(Number(object))
    return words('sites:imported', { count: Number(object), number })
  }
  if (what.startsWith('organisation.')) return frame.organisation?.name ?? object
  return object
}
