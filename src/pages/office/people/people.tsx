import type { Colleague } from '../../../survey/people/colleague.ts'
import { type Place, placesIn, type Standing, standingOf } from './access.ts'
import { officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'
import { Cell, Listing } from '../listing.tsx'

export interface PeopleView {
  colleagues: Colleague[]
  places: Place[]
  /** milliseconds since 1970 */
  now: number
  removed?: boolean
}

/** Who may come into the office, and what each of them may do. */
export function peoplePage(frame: OfficeFrame, view: PeopleView): string {
  const { words } = frame
  const title = words('people:title')
  return officeDocument(
    frame,
    { title },
    <>
      {view.removed && <output class="notice good">{words('people:done.removed')}</output>}
      <div class="fleet-head">
        <h1>{title}</h1>
        <a class="button" href={officePath(frame, '/office/people/new')}>
          {words('people:invite.title')}
        </a>
      </div>
      <p class="lede">{summary(frame, view)}</p>
      <Listing
        kind="people"
        caption={title}
        columns={['name', 'role', 'state', 'seen'].map((name) => words(`people:column.${name}`))}
      >
        {view.colleagues.map((one) => (
          <Row key={one.id} {...{ frame, view, one }} />
        ))}
      </Listing>
    </>,
  )
}

/** What state things are in, in a sentence or two. */
function summary({ words }: OfficeFrame, { colleagues, now }: PeopleView): string {
  const count = (standing: Standing) =>
    colleagues.filter((one) => standingOf(one, now) === standing).length
  const sentences = (['active', 'invited', 'lapsed', 'suspended'] as const).flatMap((standing) =>
    count(standing) === 0 ? [] : [words(`people:summary.${standing}`, { count: count(standing) })],
  )
  return sentences.join(' ')
}

interface RowProps {
  frame: OfficeFrame
  view: PeopleView
  one: Colleague
}

function Row({ frame, view: { places, now }, one }: RowProps) {
  const { words, language } = frame
  const where = placesIn(frame, one, places)
  const standing = standingOf(one, now)
  return (
    <tr class="entry">
      <th scope="row">
        <a href={officePath(frame, `/office/people/${encodeURIComponent(one.id)}`)}>{one.name}</a>
        <p class="quiet">{one.email}</p>
      </th>
      <Cell label={words('people:column.role')}>
        {words(`people:role.${one.role}`)}
        {where && <p class="quiet">{where}</p>}
      </Cell>
      <Cell label={words('people:column.state')}>
        <StandingTag {...{ frame, standing }} />
      </Cell>
      <Cell label={words('people:column.seen')}>
        {one.seenOn ? numbersIn(language).date(one.seenOn) : words('people:never')}
      </Cell>
    </tr>
  )
}

export function StandingTag({ frame, standing }: { frame: OfficeFrame; standing: Standing }) {
  const tone = { active: 'open', invited: 'waiting', lapsed: 'worried', suspended: 'revoked' }
  return (
    <strong class={`tag tag-${tone[standing]}`}>{frame.words(`people:state.${standing}`)}</strong>
  )
}

/** Where the heads of the columns are out of sight, each cell says what it is. */
