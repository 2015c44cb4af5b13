import type { MoveName } from '../../survey/life.ts'
import { may } from '../../survey/rights.ts'
import { FaultSummary } from './field.tsx'
import { officeDocument, type OfficeFrame } from './frame.tsx'
import { numbersIn } from './numbers.ts'
import { DeletionNotice } from './survey-deletion.tsx'
import { SurveyDoings } from './survey-doings.tsx'
import { type SurveyFacts, SurveyHead, surveyPath } from './survey-facts.tsx'
import { History, type Past } from './survey-history.tsx'

export interface StateView {
  facts: SurveyFacts
  /** what can be done now */
  moves: MoveName[]
  /** newest first */
  past: Past[]
  /** of the draft */
  revision: number
  /** proves that the form for throwing away was seen */
  proof: string
  /** the last day that a survey may still be open: that of deletion */
  latest: string
  done?: string | undefined
  /** what was asked for, where somebody else was faster */
  moved?: boolean
  fault?: { field: 'until' | 'closes'; code: string; given: string } | undefined
}

export const stateDoings = [
  'issued',
  'open',
  'pause',
  'resume',
  'close',
  'reopen',
  'archive',
  'unarchive',
] as const

/** How a survey stands, what can be done about it and what follows, and what was done. */
export function statePage(frame: OfficeFrame, view: StateView): string {
  const { words } = frame
  const { facts, done, moved, fault } = view
  const eyebrow = words('life:state.eyebrow')
  const faults = fault
    ? [{ field: fault.field, text: words(`life:fault.${fault.code}`, datesOf(frame, view)) }]
    : []
  const title = words('life:open.page', { eyebrow, title: facts.title })
  return officeDocument(
    frame,
    { title: fault ? words('office:frame.faulty', { title }) : title },
    <>
      <FaultSummary title={words('office:frame.faults')} faults={faults} />
      {done && <output class="notice good">{words(`life:done.${doneKey(facts, done)}`)}</output>}
      {moved && (
        <div class="notice fault" role="alert">
          <h2>{words('life:moved.title')}</h2>
          <p>{words('life:moved.state')}</p>
        </div>
      )}
      <SurveyHead frame={frame} facts={facts} eyebrow={eyebrow} />
      <DeletionNotice frame={frame} facts={facts} />
      <Ways frame={frame} facts={facts} />
      <SurveyDoings frame={frame} view={view} fault={faults[0]?.text} />
      <History frame={frame} facts={facts} past={view.past} />
    </>,
  )
}

/** What has been issued may be open at once, or wait for its day. */
const doneKey = ({ state }: SurveyFacts, done: string) =>
  done === 'issued' && state === 'scheduled' ? 'scheduled' : done

const datesOf = ({ language }: OfficeFrame, { facts, latest }: StateView) => {
  const { date } = numbersIn(language)
  return { closes: facts.dates.closes ? date(facts.dates.closes) : '', latest: date(latest) }
}

function Ways({ frame, facts }: { frame: OfficeFrame; facts: SurveyFacts }) {
  const { words, user } = frame
  const { state, number, archived } = facts
  return (
    <ul class="ways">
      {number > 0 && (
        <li>
          <a href={surveyPath(frame, facts)}>{words('life:state.numbers')}</a>
        </li>
      )}
      {user && may(user.role, 'surveys.edit') && (
        <li>
          <a href={surveyPath(frame, facts, '/edit')}>{words('editor:open')}</a>
        </li>
      )}
      {!archived && (
        <li>
          <a href={surveyPath(frame, facts, '/open')}>
            {words(state === 'draft' ? 'life:list.open' : 'life:state.issueAgain')}
          </a>
        </li>
      )}
      {state === 'closed' && user && may(user.role, 'publish') && (
        <li>
          <a href={surveyPath(frame, facts, '/publish')}>{words('publishing:office.link')}</a>
        </li>
      )}
      {user && may(user.role, 'surveys.open') && (
        <li>
          <a href={surveyPath(frame, facts, '/posters')}>{words('sites:posters.title')}</a>
        </li>
      )}
      {number > 0 && user && may(user.role, 'surveys.open') && (
        <li>
          <a href={surveyPath(frame, facts, '/subscribers')}>{words('subscription:office.link')}</a>
        </li>
      )}
      {['open', 'paused', 'scheduled', 'closed'].includes(state) && (
        <li>
          <a href={`/s/${encodeURIComponent(facts.id)}`}>{words('life:state.page')}</a>
        </li>
      )}
    </ul>
  )
}
