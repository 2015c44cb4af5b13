import { may } from '../../survey/rights.ts'
import type { State } from '../../survey/state.ts'
import { officeDocument, type OfficeFrame, officePath } from './frame.tsx'
import { numbersIn } from './numbers.ts'
import { StateTag, timeOf } from './state.tsx'

export interface ListedSurvey {
  id: string
  title: string
  state: State
  opens?: string
  closes?: string
  responses: number
}

export function surveysPage(frame: OfficeFrame, surveys: ListedSurvey[]): string {
  const { words } = frame
  const title = words('office:surveys.title')
  return officeDocument(
    frame,
    { title },
    <>
      <h1>{title}</h1>
      <p class="lede">
        {surveys.length === 0 ? words('office:surveys.none') : summary(frame, surveys)}
      </p>
      {frame.organisation?.demo && <p class="quiet">{words('office:frame.demoText')}</p>}
      {surveys.length === 0 ? (
        <div class="empty">
          <p>{words('office:surveys.noneText')}</p>
          <p>
            <code>npx svar survey import FILE</code>
          </p>
        </div>
      ) : (
        <ul class="surveys">
          {surveys.map((survey) => (
            <SurveyRow key={survey.id} frame={frame} survey={survey} />
          ))}
        </ul>
      )}
    </>,
  )
}

/** What state things are in, in one sentence. */
function summary({ words, language }: OfficeFrame, surveys: ListedSurvey[]): string {
  const states: State[] = ['open', 'paused', 'scheduled', 'closed', 'draft']
  const parts = states.flatMap((state) => {
    const count = surveys.filter((survey) => survey.state === state).length
    return count === 0 ? [] : [words(`office:surveys.count.${state}`, { count })]
  })
  return words('office:surveys.summary', {
    count: surveys.length,
    parts: numbersIn(language).list(parts),
  })
}

function SurveyRow({ frame, survey }: { frame: OfficeFrame; survey: ListedSurvey }) {
  const { words, language } = frame
  const numbers = numbersIn(language)
  const { id, title, state, opens, closes, responses } = survey
  return (
    <li class="survey">
      <h2>
        {state === 'draft' ? (
          title
        ) : (
          <a href={officePath(frame, `/office/surveys/${encodeURIComponent(id)}`)}>{title}</a>
        )}
      </h2>
      <p class="survey-state">
        <StateTag words={words} state={state} />
        <span>{timeOf(frame, { state, ...(opens && { opens }), ...(closes && { closes }) })}</span>
        {frame.user && may(frame.user.role, 'surveys.edit') && (
          <a
            class="survey-edit"
            href={officePath(frame, `/office/surveys/${encodeURIComponent(id)}/edit`)}
          >
            {words('editor:open')} <span class="unseen">{title}</span>
          </a>
        )}
      </p>
      {state !== 'draft' && (
        <p class="survey-count">
          <strong>{numbers.count(responses)}</strong>{' '}
          {words('office:surveys.responses', { count: responses })}
        </p>
      )}
    </li>
  )
}
