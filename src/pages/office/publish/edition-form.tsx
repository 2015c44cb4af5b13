import { MOST_QUOTES } from '../../../survey/publication/faults.ts'
import { licences } from '../../../survey/publication/publication.ts'
import type { Question } from '../../../survey/questionnaire.ts'
import { Deleted } from '../survey/deleted.tsx'
import { Csrf } from '../frame.tsx'
import { themesMessage } from '../figures/themes-chart.ts'
import { numbersIn } from '../numbers.ts'
import { Group } from '../labelled.tsx'
import { readerOf } from '../reader.ts'
import { surveyPath } from '../survey/survey-facts.tsx'
import type { PublishProps } from './publish.tsx'
import { faultWords, TextsField } from './texts-field.tsx'

/** What is to be published, as a draft that only the office sees. */
export function EditionForm(props: PublishProps) {
  const { frame, view } = props
  const { words } = frame
  const { facts, questionnaire, given, draft, faults } = view
  return (
    <section class="publish" aria-labelledby="edition">
      <h2 id="edition">{words('publishing:office.edition.title')}</h2>
      <form method="post" action={surveyPath(frame, facts, '/publish')} noValidate>
        <Csrf frame={frame} />
        <input type="hidden" name="revision" value={draft?.revision ?? 0} />
        <p class="hint">{words('publishing:office.edition.languages')}</p>
        <TextsField
          {...{ frame, faults }}
          languages={questionnaire.languages}
          name="summary"
          label={(values) => words('publishing:office.edition.summary', values)}
          value={given.summary}
          rows={8}
        />
        <Questions {...props} />
        <ThemePicks {...props} />
        <Quotes {...props} />
        <fieldset class="field">
          <legend>{words('publishing:office.edition.licence')}</legend>
          {licences.map((licence) => (
            <label key={licence} class="pick">
              <input
                type="radio"
                name="licence"
                value={licence}
                checked={given.licence === licence}
              />
              <span>{words(`publishing:licence.${licence}`)}</span>
            </label>
          ))}
        </fieldset>
        <button class="button" type="submit">
          {words('publishing:office.edition.save')}
        </button>
      </form>
    </section>
  )
}

function Questions(props: PublishProps) {
  const { frame, view } = props
  const fault = view.faults.find(({ field }) => field === 'question')
  const { questions } = view.questionnaire
  return (
    <fieldset
      id="question"
      tabindex={-1}
      class={fault ? 'field field-faulty' : 'field'}
      aria-describedby={fault && 'question-fault'}
    >
      <legend>{frame.words('publishing:office.edition.questions')}</legend>
      {fault && (
        <p class="fault" id="question-fault">
          {faultWords(frame, fault)}
        </p>
      )}
      <ol class="publish-questions">
        {questions.map((question) => (
          <li key={question.id}>
            <QuestionPicks {...props} question={question} />
          </li>
        ))}
      </ol>
    </fieldset>
  )
}

function QuestionPicks({ frame, view, question }: PublishProps & { question: Question }) {
  const { words } = frame
  const reader = readerOf(frame, view.questionnaire)
  const { id, kind, text } = question
  const picked = view.given.questions.find((one) => one.id === id)
  const name = reader.text(text)
  return (
    <>
      <p id={`asked-${id}`} lang={reader.lang}>
        {name}
      </p>
      {kind === 'text' ? (
        <p class="quiet">{words('publishing:office.edition.textQuestion')}</p>
      ) : (
        <div class="publish-picks">
          <label class="pick">
            <input
              type="checkbox"
              name="question"
              value={id}
              checked={picked !== undefined}
              aria-describedby={`asked-${id}`}
            />
            <span>{words('publishing:office.edition.question')}</span>
          </label>
          {view.bySite && (
            <label class="pick">
              <input
                type="checkbox"
                name="sites"
                value={id}
                checked={picked?.sites ?? false}
                aria-describedby={`asked-${id}`}
              />
              <span>{words('publishing:office.edition.sites')}</span>
            </label>
          )}
        </div>
      )}
    </>
  )
}

/** What comments are about, as they are sorted now. */
function ThemePicks({ frame, view }: PublishProps) {
  const { words } = frame
  const { offered, given, questionnaire } = view
  if (offered.length === 0) return null
  const reader = readerOf(frame, questionnaire)
  const picked = new Set((given.themes ?? []).map(({ field }) => field))
  return (
    <Group
      name="themes"
      label={words('publishing:office.edition.themes')}
      hint={words('publishing:office.edition.themesHow')}
    >
      {offered.map(({ field, themes, all }, index) => (
        <label key={field} class="pick">
          <input
            type="checkbox"
            name="themes"
            id={index === 0 ? 'themes' : undefined}
            value={field}
            checked={picked.has(field)}
          />
          <span>{themesMessage(reader, themes, all)}</span>
        </label>
      ))}
    </Group>
  )
}

/** Listed, never counted: how many agreed is nobody's business. */
function Quotes({ frame, view }: PublishProps) {
  const { words } = frame
  const { quotable, given, faults, facts } = view
  const until = numbersIn(frame.language).date(view.questionnaire.privacy.retainUntil)
  const { purge } = facts.deletion ?? {}
  const fault = faults.find(({ field }) => field === 'quote')
  return (
    <fieldset
      id="quote"
      tabindex={-1}
      class={fault ? 'field field-faulty' : 'field'}
      aria-describedby={fault && 'quote-fault'}
    >
      <legend>{words('publishing:office.edition.quotes')}</legend>
      <p class="hint">
        {quotable.length > 0
          ? words('publishing:office.edition.quotesHow', { count: MOST_QUOTES })
          : !purge && words('publishing:office.edition.noQuotes')}
        {purge && <Deleted frame={frame} purge={purge} what="comments" />}
      </p>
      {quotable.length > 0 && <p class="hint">{words('keeping:quotes.until', { date: until })}</p>}
      {fault && (
        <p class="fault" id="quote-fault">
          {faultWords(frame, fault)}
        </p>
      )}
      <div class="publish-quotes">
        {quotable.map(({ id, text }) => (
          <label key={id} class="pick">
            <input type="checkbox" name="quote" value={id} checked={given.quotes.includes(id)} />
            <span dir="auto">{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
