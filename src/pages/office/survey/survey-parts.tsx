import { may, type Right } from '../../../survey/rights.ts'
import type { State } from '../../../survey/state.ts'
import { type OfficeFrame, officePath } from '../frame.tsx'

/** A survey as the ways to its parts depend on it. */
export interface PartedSurvey {
  id: string
  state: State
  /** of the newest questionnaire; 0 where none has been issued */
  number: number
  archived: boolean
}

interface Part {
  to: string
  right: Right
  /** key of its name */
  name(survey: PartedSurvey): string
  isThere(survey: PartedSurvey): boolean
}

const always = () => true
const issued = ({ number }: PartedSurvey) => number > 0

/** Everything that an office has of a survey, in the order in which it is needed. */
const parts: Part[] = [
  { to: '', right: 'numbers', name: () => 'life:part.numbers', isThere: issued },
  { to: '/texts', right: 'texts', name: () => 'life:part.texts', isThere: issued },
  { to: '/edit', right: 'surveys.edit', name: () => 'life:part.edit', isThere: always },
  {
    to: '/open',
    right: 'surveys.open',
    name: ({ state }) => (state === 'draft' ? 'life:list.open' : 'life:state.issueAgain'),
    isThere: ({ archived, state }) => !archived && state !== 'closed',
  },
  { to: '/state', right: 'surveys.open', name: () => 'life:list.state', isThere: always },
  { to: '/posters', right: 'surveys.open', name: () => 'life:part.posters', isThere: always },
  {
    to: '/duties',
    right: 'surveys.edit',
    name: () => 'duties:office.part',
    isThere: always,
  },
  {
    to: '/publish',
    right: 'publish',
    name: () => 'life:part.publish',
    isThere: ({ state }) => state === 'closed',
  },
  {
    to: '/subscribers',
    right: 'surveys.open',
    name: () => 'life:part.letters',
    isThere: issued,
  },
]

/** The ways to all parts of a survey that the reader may enter, the same on each of them. */
export function SurveyParts({ frame, survey }: { frame: OfficeFrame; survey: PartedSurvey }) {
  const { user, words } = frame
  const here = `/office/surveys/${encodeURIComponent(survey.id)}`
  const open = parts.filter(
    ({ right, isThere }) => user && may(user.role, right) && isThere(survey),
  )
  return (
    <nav class="survey-parts" aria-label={words('life:parts')}>
      <ul class="ways">
        {open.map(({ to, name }) => (
          <li key={to}>
            <a
              href={officePath(frame, here + to)}
              aria-current={frame.path === here + to ? 'page' : undefined}
            >
              {words(name(survey))}
            </a>
          </li>
        ))}
        {issued(survey) && (
          <li>
            <a href={`/s/${encodeURIComponent(survey.id)}`}>{words('life:state.page')}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}
