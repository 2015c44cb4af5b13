import type { DividedDays, Division, Participation } from '../../../survey/participation.ts'
import type { Questionnaire, Site } from '../../../survey/questionnaire.ts'
import type { Purge } from '../../../survey/purge.ts'
import type { Release } from '../../../survey/release.ts'
import type { State } from '../../../survey/state.ts'
import type { Waiting as HeldUpBy } from '../../../survey/tablets/waiting.ts'
import type { TextGroup } from '../../../survey/text-group.ts'
import type { Chosen } from './chosen.ts'
import { Deleted } from '../survey/deleted.tsx'
import { officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { HeldUp } from './held-up.tsx'
import { ParticipationPart } from './participation.tsx'
import { QuestionPart } from '../figures/question.tsx'
import { type Reader, readerOf } from '../reader.ts'
import { StateTag, timeOf } from '../survey/state.tsx'
import { SurveyParts } from '../survey/survey-parts.tsx'
import { TakeAlong } from './take-along.tsx'
import type { ThemeNumbers } from '../figures/themes-figure.tsx'
import { ViewForm } from './view-form.tsx'
import { Waiting } from './waiting.tsx'

export interface DashboardView {
  questionnaire: Questionnaire
  state: State
  /** put away */
  archived?: boolean
  participation: Participation
  release: Release
  texts: FieldTexts[]
  /** what the comments are about, where the survey has themes */
  themes?: ThemeNumbers | undefined
  /** local date in the survey's zone */
  today: string
  /** the last day of a pause */
  until?: string | undefined
  /** what the final release of a closed survey waits for */
  heldUp?: HeldUpBy | undefined
  /** its responses and texts have been deleted */
  purge?: Purge | undefined
  /** of the reader's own sites only, and of the whole */
  limited?: boolean
  /** of all sites, also those that a limited reader has no numbers of */
  everywhere?: { sites: Site[]; listed: number | undefined }
  /** what of it the reader chose to look at */
  chosen?: Chosen
  /** responses by day, divided by what was chosen */
  divided?: { over: Division; byDay: DividedDays } | undefined
}

/** Released texts, with their field: a text question, or `<question>.other`. */
export type FieldTexts = TextGroup & { field: string }

export function dashboardPage(frame: OfficeFrame, view: DashboardView): string {
  const { questionnaire, state, today } = view
  const reader = readerOf(frame, questionnaire)
  const title = reader.text(questionnaire.title)
  const { opens, closes } = questionnaire
  return officeDocument(
    frame,
    { title: reader.words('dashboard.title', { title }), figures: true },
    <article
      data-live={`/office/surveys/${encodeURIComponent(questionnaire.id)}/live`}
      data-released={shownIn(view)}
    >
      <p class="way-back">
        <a href={officePath(frame, '/office')}>{reader.words('dashboard.back')}</a>
      </p>
      <h1>
        <span class="eyebrow">{reader.words('dashboard.eyebrow')}</span>{' '}
        <span lang={reader.lang}>{title}</span>
      </h1>
      <p class="lede">
        <StateTag words={frame.words} state={state} />{' '}
        {timeOf(frame, {
          state,
          today,
          until: view.until,
          ...(opens && { opens }),
          ...(closes && { closes }),
        })}
      </p>
      <SurveyParts
        frame={frame}
        survey={{ ...questionnaire, state, archived: view.archived ?? false }}
      />
      {view.limited && <Limited reader={reader} view={view} />}
      {frame.organisation?.demo && <p class="quiet">{reader.words('frame.demoText')}</p>}
      <p class="print-only">
        {reader.words('dashboard.source', {
          organisation: frame.organisation?.name ?? '',
          date: reader.numbers.date(today),
        })}
      </p>
      <p class="to-files">
        <a href="#take-along">{reader.words('export:link')}</a>
      </p>
      <ParticipationPart frame={frame} reader={reader} view={view} />
      <section aria-labelledby="answers">
        <h2 id="answers">{reader.words('answers.title')}</h2>
        <p class="notice" data-newer hidden>
          {reader.words('waiting.newer')}{' '}
          <a href={officePath(frame, frame.path, frame.query)}>{reader.words('waiting.reload')}</a>
        </p>
        <Waiting reader={reader} view={view} />
        <Sureness reader={reader} view={view} />
        {view.purge && (
          <p class="notice">
            <Deleted frame={frame} purge={view.purge} what="responses" />
          </p>
        )}
        <HeldUp frame={frame} reader={reader} view={view} />
        <ViewForm frame={frame} reader={reader} view={view} />
        {view.chosen?.question === undefined && (
          <Contents reader={reader} questionnaire={questionnaire} />
        )}
        {questionnaire.questions.map(
          (question, index) =>
            [undefined, question.id].includes(view.chosen?.question) && (
              <QuestionPart
                key={question.id}
                frame={frame}
                reader={reader}
                view={view}
                question={question}
                number={index + 1}
              />
            ),
        )}
      </section>
      <TakeAlong frame={frame} reader={reader} view={view} />
    </article>,
  )
}

/** Grows with every batch that is let out of any question, since each has batches of its own. */
function shownIn({ release, texts }: DashboardView): number {
  const tables = release.groups.flatMap(({ questions }) => questions)
  const counted = tables.map(({ n, dontKnow = 0 }) => n + dontKnow)
  const written = texts.map((group) => group.texts.length + group.more)
  return [...counted, ...written].reduce((sum, count) => sum + count, 0)
}

/** What the ranges beside the numbers mean, and what they leave out. */
function Sureness({ reader: { words }, view }: { reader: Reader; view: DashboardView }) {
  if (view.release.released === 0) return null
  return (
    <details class="why">
      <summary>{words('figures:chance.title')}</summary>
      <p>{words('figures:chance.text')}</p>
      <p>{words('figures:chance.who')}</p>
    </details>
  )
}

/** Which part of the numbers the reader has before them. */
function Limited({ reader, view }: { reader: Reader; view: DashboardView }) {
  const { sites } = view.questionnaire
  const names = reader.numbers.list(sites.map(({ name }) => reader.text(name)))
  const key = sites.length > 0 ? 'people:limited.some' : 'people:limited.none'
  return <p>{reader.words(key, { sites: names })}</p>
}

function Contents({ reader, questionnaire }: { reader: Reader; questionnaire: Questionnaire }) {
  if (questionnaire.questions.length < 4) return null
  return (
    <nav class="contents" aria-label={reader.words('answers.contents')}>
      <ol>
        {questionnaire.questions.map(({ id, text }) => (
          <li key={id} lang={reader.lang}>
            <a href={`#question-${id}`}>{reader.text(text)}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
