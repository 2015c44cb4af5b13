import { may } from '../../../survey/rights.ts'
import type { State } from '../../../survey/state.ts'
import { officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { Labelled } from '../labelled.tsx'
import { numbersIn } from '../numbers.ts'
import { type ListedSurvey, SurveyRow } from './survey-row.tsx'

export type { ListedSurvey } from './survey-row.tsx'

interface Listing {
  /** the part of a title that is looked for */
  sought?: string
  /** so many surveys that a search field helps */
  many?: boolean
  /** how many are in the archive */
  archived?: number
  /** this is the archive */
  archive?: boolean
  /** a draft was thrown away a moment ago */
  discarded?: boolean
}

export function surveysPage(
  frame: OfficeFrame,
  surveys: ListedSurvey[],
  listing: Listing = {},
): string {
  const { words } = frame
  const { sought = '', many, archived = 0, archive, discarded } = listing
  const title = words(archive ? 'life:list.archive' : 'office:surveys.title')
  return officeDocument(
    frame,
    { title },
    <>
      {archive && (
        <p class="way-back">
          <a href={officePath(frame, '/office')}>{words('office:dashboard.back')}</a>
        </p>
      )}
      {discarded && <output class="notice good">{words('life:done.discarded')}</output>}
      <div class="fleet-head">
        <h1>{title}</h1>
        {!archive && mayEdit(frame) && (
          <a class="button" href={officePath(frame, '/office/surveys/new')}>
            {words('life:new.title')}
          </a>
        )}
      </div>
      <p class="lede">{summary(frame, surveys, listing)}</p>
      {frame.organisation?.demo && <p class="quiet">{words('office:frame.demoText')}</p>}
      {(many || sought !== '') && <Search frame={frame} sought={sought} archive={archive} />}
      {surveys.length > 0 && (
        <ul class="surveys">
          {surveys.map((survey) => (
            <SurveyRow key={survey.id} frame={frame} survey={survey} />
          ))}
        </ul>
      )}
      {surveys.length === 0 && sought === '' && !archive && archived === 0 && (
        <div class="empty">
          <p>{words(mayEdit(frame) ? 'office:surveys.noneText' : 'life:list.noneYet')}</p>
        </div>
      )}
      {archived > 0 && !archive && (
        <p>
          <a class="survey-edit" href={officePath(frame, '/office', { archive: '1' })}>
            {words('life:list.archived', { count: archived })}
          </a>
        </p>
      )}
    </>,
  )
}

const mayEdit = ({ user }: OfficeFrame) => user !== undefined && may(user.role, 'surveys.edit')

/** What state things are in, in one sentence. */
function summary(frame: OfficeFrame, surveys: ListedSurvey[], { sought, archive }: Listing) {
  const { words, language } = frame
  if (sought) return words('life:list.found', { count: surveys.length, sought })
  if (archive) return words('life:list.archiveText')
  if (surveys.length === 0) return words('office:surveys.none')
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

interface SearchProps {
  frame: OfficeFrame
  sought: string
  archive: boolean | undefined
}

function Search({ frame, sought, archive }: SearchProps) {
  const { words, language, languageChosen } = frame
  return (
    <search>
      <form class="filter" method="get" action="/office">
        {languageChosen && <input type="hidden" name="lang" value={language} />}
        {archive && <input type="hidden" name="archive" value="1" />}
        <Labelled name="q" label={words('life:list.search')}>
          {(tied) => (
            <input {...tied} type="search" value={sought} maxLength={100} autocomplete="off" />
          )}
        </Labelled>
        <button class="button plain" type="submit">
          {words('life:list.find')}
        </button>
      </form>
    </search>
  )
}
