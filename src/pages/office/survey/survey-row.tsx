import { may } from '../../../survey/rights.ts'
import type { Deletion } from '../../../survey/purge.ts'
import type { State } from '../../../survey/state.ts'
import { type OfficeFrame, officePath } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'
import { StateTag, timeOf } from './state.tsx'
import { deletionLine } from './survey-deletion.tsx'

export interface ListedSurvey {
  id: string
  title: string
  state: State
  opens?: string | undefined
  closes?: string | undefined
  /** the last day of a pause */
  until?: string | undefined
  responses: number
  /** how many */
  sites?: number
  deletion?: Deletion | undefined
}

/** A survey in the list: how it stands, and what one may do with it. */
export function SurveyRow({ frame, survey }: { frame: OfficeFrame; survey: ListedSurvey }) {
  const { words, language } = frame
  const { id, title, state, opens, closes, until, responses, sites = 0, deletion } = survey
  const deleted = deletion && responses > 0 ? deletionLine(frame, deletion) : ''
  const times = { state, until, ...(opens && { opens }), ...(closes && { closes }) }
  return (
    <li class="survey">
      <h2>{state === 'draft' ? title : <a href={officePath(frame, pathOf(id))}>{title}</a>}</h2>
      <p class="survey-state">
        <StateTag words={words} state={state} />
        <span>{timeOf(frame, times)}</span>
        {sites > 0 && (
          <span class="quiet">
            {words('life:list.sites', { count: sites, number: numbersIn(language).count(sites) })}
          </span>
        )}
        {deleted && <span>{deleted}</span>}
        <Ways frame={frame} survey={survey} />
      </p>
      {state !== 'draft' && (
        <p class="survey-count">
          <strong>{numbersIn(language).count(responses)}</strong>{' '}
          {words('office:surveys.responses', { count: responses })}
        </p>
      )}
    </li>
  )
}

const pathOf = (survey: string, more = '') => `/office/surveys/${encodeURIComponent(survey)}${more}`

/** Where the actions are that the reader may take. */
function Ways({
  frame,
  survey: { id, title, state },
}: {
  frame: OfficeFrame
  survey: ListedSurvey
}) {
  const { user, words } = frame
  const ways = [
    { right: 'surveys.edit' as const, to: '/edit', name: 'editor:open' },
    ...(state === 'draft'
      ? [{ right: 'surveys.open' as const, to: '/open', name: 'life:list.open' }]
      : []),
    { right: 'surveys.open' as const, to: '/state', name: 'life:list.state' },
    ...(state === 'closed'
      ? [{ right: 'publish' as const, to: '/publish', name: 'publishing:office.eyebrow' }]
      : []),
  ]
  return (
    <>
      {ways
        .filter(({ right }) => user && may(user.role, right))
        .map(({ to, name }) => (
          <a key={to} class="survey-edit" href={officePath(frame, pathOf(id, to))}>
            {words(name)} <span class="unseen">{title}</span>
          </a>
        ))}
    </>
  )
}
