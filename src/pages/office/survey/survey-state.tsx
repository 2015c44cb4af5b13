import type { MoveName } from '../../../survey/life.ts'
import { FaultSummary } from '../field.tsx'
import { officeDocument, type OfficeFrame } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'
import { DeletionNotice } from './survey-deletion.tsx'
import { SurveyDoings } from './survey-doings.tsx'
import { type SurveyFacts, SurveyHead } from './survey-facts.tsx'
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
      <SurveyDoings frame={frame} view={view} fault={faults[0]?.text} />
      <History frame={frame} facts={facts} past={view.past} />
    </>,
  )
}

/** What a questionnaire that was issued means for those who answer. */
function doneKey({ state, number }: SurveyFacts, done: string) {
  if (done !== 'issued') return done
  if (state === 'scheduled') return 'scheduled'
  if (state !== 'open') return done
  return number === 1 ? 'opened' : 'changed'
}

const datesOf = ({ language }: OfficeFrame, { facts, latest }: StateView) => {
  const { date } = numbersIn(language)
  return { closes: facts.dates.closes ? date(facts.dates.closes) : '', latest: date(latest) }
}
