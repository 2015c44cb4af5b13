import type { Deletion } from '../../../survey/purge.ts'
import type { Dates, State } from '../../../survey/state.ts'
import { type OfficeFrame, officePath } from '../frame.tsx'
import { StateTag, timeOf } from './state.tsx'
import { SurveyParts } from './survey-parts.tsx'

/** What every page about a survey's life knows of it. */
export interface SurveyFacts {
  id: string
  title: string
  state: State
  dates: Dates
  /** the last day of a pause that goes on */
  until?: string | undefined
  /** local date in the survey's zone */
  today: string
  archived: boolean
  responses: number
  /** of the newest questionnaire; 0 where none has been issued */
  number: number
  /** how many moves have been made */
  seen: number
  /** where it has been issued */
  deletion?: Deletion | undefined
}

export const surveyPath = (frame: OfficeFrame, { id }: SurveyFacts, page = '') =>
  officePath(frame, `/office/surveys/${encodeURIComponent(id)}${page}`)

interface HeadProps {
  frame: OfficeFrame
  facts: SurveyFacts
  eyebrow: string
}

/** The head of a page about a survey: which one, and how it stands. */
export function SurveyHead({ frame, facts, eyebrow }: HeadProps) {
  const { words } = frame
  const { title, state, dates, today, until, archived } = facts
  const { opens, closes } = dates
  const times = { state, today, until, ...(opens && { opens }), ...(closes && { closes }) }
  return (
    <>
      <p class="way-back">
        <a href={officePath(frame, '/office')}>{words('office:dashboard.back')}</a>
      </p>
      <h1>
        <span class="eyebrow">{eyebrow}</span> {title}
      </h1>
      <p class="lede">
        <StateTag words={words} state={state} /> {timeOf(frame, times)}{' '}
        {archived && words('life:state.archived')}
      </p>
      <SurveyParts frame={frame} survey={facts} />
    </>
  )
}
