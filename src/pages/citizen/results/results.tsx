import type { Frame } from '../../frame.tsx'
import { listOf, longDate, said } from '../../speech.ts'
import { type Reader, readerOf } from '../../office/reader.ts'
import { Paragraphs } from '../paragraphs.tsx'
import { Part } from '../part.tsx'
import { citizenPage } from '../shell.tsx'
import { SubscribeLink } from '../subscribe-link.tsx'
import { ResultsHead } from './head.tsx'
import { Made } from './made.tsx'
import { OpenData } from './open-data.tsx'
import { QuestionResult } from './question.tsx'
import { Quotes } from './quotes.tsx'
import { Themes } from './themes.tsx'
import { Undertakings } from './undertakings.tsx'
import type { ResultsProps, ResultsView } from './view.ts'

/** What people answered, and what came of it, for anyone: without a script, cookie or picture. */
export function resultsPage(frame: Frame, view: ResultsView): string {
  const { language, words } = frame
  const { questionnaire, edition } = view
  const reader = readerOf(frame, questionnaire)
  const props = { frame, reader, view }
  const title = said(questionnaire.title, language)
  const picked = questionnaire.questions.filter(({ id }) =>
    edition.questions.some((one) => one.id === id),
  )
  return citizenPage({
    frame,
    title: words('publishing:page.title', { title }),
    survey: questionnaire.id,
    head: <ResultsHead {...props} title={title} />,
    children: (
      <article class="results">
        <h1>
          <span class="eyebrow">{words('publishing:page.eyebrow')}</span> {title}
        </h1>
        <p class="intro">{answeredWords(frame, reader, view)}</p>
        <Dates {...props} />
        <Part title={words('publishing:page.summary')}>
          <Paragraphs text={said(edition.summary, language)} />
        </Part>
        <Undertakings {...props} />
        {view.subscribe && <SubscribeLink frame={frame} survey={questionnaire.id} />}
        <h2 class="answers" id="answers">
          {words('publishing:page.answers')}
        </h2>
        {picked.length > 3 && (
          <nav aria-labelledby="answers">
            <ol class="contents">
              {picked.map(({ id, text }) => (
                <li key={id}>
                  <a href={`#question-${id}`}>{said(text, language)}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        {picked.map((question, index) => (
          <QuestionResult key={question.id} {...props} question={question} number={index + 1} />
        ))}
        <Themes {...props} />
        <Quotes {...props} />
        <Made {...props} unpicked={questionnaire.questions.length - picked.length} />
        <OpenData {...props} />
      </article>
    ),
  })
}

/** How many answered, when, and who asked. */
function answeredWords(
  { language, words, organisation }: Frame,
  reader: Reader,
  view: ResultsView,
) {
  const { opens, closes, privacy } = view.questionnaire
  const count = view.release.released
  const values = {
    count,
    number: reader.numbers.count(count),
    organisation: organisation?.name ?? said(privacy.controller, language),
  }
  const few = count === 0
  if (few || !opens || !closes) return words(`publishing:page.${few ? 'few' : 'answered'}`, values)
  const dates = { from: longDate(opens, language), to: longDate(closes, language) }
  return words('publishing:page.answeredBetween', { ...values, ...dates })
}

function Dates({ frame, view }: ResultsProps) {
  const { language, words } = frame
  const { publishedOn, amendments } = view
  const dates = [...new Set(amendments.map(({ on }) => longDate(on, language)))]
  return (
    <>
      <p class="muted">
        {words('publishing:page.published', { date: longDate(publishedOn, language) })}{' '}
        {dates.length > 0 && words('publishing:page.amended', { dates: listOf(dates, language) })}
      </p>
      {amendments.length > 0 && (
        <details>
          <summary>{words('publishing:page.changes')}</summary>
          <ul>
            {amendments.map(({ on, note }, index) => (
              <li key={index}>
                {longDate(on, language)}: {said(note, language)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
