import type { Colleague, OpenSession } from '../../../survey/people/colleague.ts'
import type { Access } from '../../../survey/rights.ts'
import { type Place, placesIn, standingOf } from './access.ts'
import { AccessFields } from './access-fields.tsx'
import { FaultSummary } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { momentsIn } from '../moments.ts'
import { numbersIn } from '../numbers.ts'
import { StandingTag } from './people.tsx'
import { PersonDoings } from './person-doings.tsx'
import { Fact } from '../listing.tsx'

export interface PersonView {
  colleague: Colleague
  places: Place[]
  sessions: OpenSession[]
  /** has a second factor or passkeys */
  factors: boolean
  /** whose page it is reads it */
  self: boolean
  /** names a sending of the form for a new link */
  once: string
  /** letters can be sent */
  mail: boolean
  now: number
  zone: string
  done?: PersonDone | undefined
  /** nobody else would be left to look after the office */
  last?: boolean
  /** what was chosen, where it was refused */
  given?: Partial<Access>
  /** what was looked for among the sites */
  sought?: string
}

export const personDoings = ['changed', 'suspended', 'restored', 'sessions', 'signInReset'] as const
export type PersonDone = (typeof personDoings)[number]

/** One colleague: what they may, and everything that can be done about it. */
export function personPage(frame: OfficeFrame, view: PersonView): string {
  const { words } = frame
  const { colleague, done, last, self } = view
  const { name } = colleague
  const faults = last ? [{ field: 'role', text: words('people:fault.last') }] : []
  return officeDocument(
    frame,
    { title: last ? words('office:frame.faulty', { title: name }) : name },
    <>
      <p class="way-back">
        <a href={officePath(frame, '/office/people')}>{words('people:back')}</a>
      </p>
      <FaultSummary title={words('office:frame.faults')} faults={faults} />
      {done && <output class="notice good">{words(doneKey(done))}</output>}
      <h1>{name}</h1>
      {self && <p class="lede">{words('people:self')}</p>}
      <Facts frame={frame} view={view} />
      <AccessForm frame={frame} view={view} fault={faults[0]?.text} />
      <PersonDoings frame={frame} view={view} />
    </>,
  )
}

const doneKey = (done: PersonDone) =>
  done === 'signInReset' ? 'sign-in:done.reset' : `people:done.${done}`

function Facts({ frame, view }: { frame: OfficeFrame; view: PersonView }) {
  const { words, language } = frame
  const { colleague, places, now, zone } = view
  const { email, role, seenOn, until } = colleague
  const standing = standingOf(colleague, now)
  const where = placesIn(frame, colleague, places)
  return (
    <dl class="facts">
      <Fact label={words('people:column.state')}>
        <StandingTag frame={frame} standing={standing} />
        {until !== undefined && (
          <p class="quiet">
            {words(`people:until.${standing}`, { time: momentsIn(language).exact(until, zone) })}
          </p>
        )}
      </Fact>
      <Fact label={words('people:email')}>{email}</Fact>
      <Fact label={words('people:column.role')}>
        {words(`people:role.${role}`)}
        {where && <p class="quiet">{where}</p>}
      </Fact>
      <Fact label={words('people:column.seen')}>
        {seenOn ? numbersIn(language).date(seenOn) : words('people:never')}
      </Fact>
    </dl>
  )
}

interface FormProps {
  frame: OfficeFrame
  view: PersonView
  fault: string | undefined
}

function AccessForm({ frame, view, fault }: FormProps) {
  const { words } = frame
  const { colleague, places, given, sought } = view
  const { role = colleague.role, sites = colleague.sites } = given ?? colleague
  return (
    <section class="doing" aria-labelledby="access">
      <h2 id="access">{words('people:access.title')}</h2>
      <form
        method="post"
        action={officePath(frame, `/office/people/${encodeURIComponent(colleague.id)}`)}
      >
        <Csrf frame={frame} />
        <AccessFields {...{ frame, role, sites, places, sought, fault }} />
        <button class="button" type="submit">
          {words('people:save')}
        </button>
      </form>
    </section>
  )
}
