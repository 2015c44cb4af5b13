import { editionFaults } from '../../../survey/publication/faults.ts'
import { same } from '../../../survey/publication/publication.ts'
import { Doing } from '../tablets/device-forms.tsx'
import { Csrf } from '../frame.tsx'
import { momentsIn } from '../moments.ts'
import { numbersIn } from '../numbers.ts'
import { surveyPath } from '../survey/survey-facts.tsx'
import type { PublishProps } from './publish.tsx'
import { called, TextsField } from './texts-field.tsx'

/** Looking through what was drafted, publishing it, withdrawing it, and what was done before. */
export function Actions(props: PublishProps) {
  const { standing } = props.view
  return (
    <>
      <Publishing {...props} />
      {standing.state === 'published' && <Withdrawing {...props} />}
      <Past {...props} />
    </>
  )
}

function Publishing({ frame, view }: PublishProps) {
  const { words } = frame
  const { facts, questionnaire, draft, standing, seen, note, faults, tells } = view
  const isPublic = standing.state === 'published'
  const unchanged = isPublic && draft && same(draft.edition, standing.edition)
  const isHalf = draft && editionFaults(draft.edition, questionnaire.languages).length > 0
  return (
    <section class="publish" aria-labelledby="preview">
      <h2 id="preview">{words('publishing:office.preview.title')}</h2>
      {!draft && <p>{words('publishing:office.preview.none')}</p>}
      {draft && (
        <>
          <p>{words('publishing:office.preview.text')}</p>
          <ul class="ways">
            {questionnaire.languages.map((language) => (
              <li key={language}>
                <a
                  href={`/office/surveys/${encodeURIComponent(facts.id)}/publish/preview?lang=${language}`}
                >
                  {words('publishing:office.preview.open', { language: called(frame, language) })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {unchanged && <p>{words('publishing:office.preview.same')}</p>}
      {isHalf && <p class="empty">{words('publishing:office.preview.half')}</p>}
      {draft && !unchanged && !isHalf && (
        <form method="post" action={surveyPath(frame, facts, '/publish/publication')} noValidate>
          <Csrf frame={frame} />
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name="revision" value={draft.revision} />
          <p>{words(`publishing:office.preview.${isPublic ? 'amend' : 'first'}`)}</p>
          {!isPublic && tells && <p>{words('publishing:office.preview.letters')}</p>}
          {isPublic && (
            <TextsField
              {...{ frame, faults }}
              languages={questionnaire.languages}
              name="note"
              label={(values) => words('publishing:office.preview.note', values)}
              value={note}
              rows={2}
            />
          )}
          <button class="button" type="submit">
            {words(`publishing:office.preview.${isPublic ? 'amendSend' : 'publish'}`)}
          </button>
        </form>
      )}
    </section>
  )
}

function Withdrawing({ frame, view }: PublishProps) {
  const { words } = frame
  const { facts, questionnaire, seen, reason, faults } = view
  const isBegun = Object.values(reason).some((words) => words !== '')
  const isFaulty = faults.some(({ field }) => field.startsWith('reason.'))
  return (
    <Doing title={words('publishing:office.withdraw.title')} open={isFaulty || isBegun}>
      <p>{words('publishing:office.withdraw.gone')}</p>
      <p>{words('publishing:office.withdraw.kept')}</p>
      <form method="post" action={surveyPath(frame, facts, '/publish/withdrawal')} noValidate>
        <Csrf frame={frame} />
        <input type="hidden" name="seen" value={seen} />
        <TextsField
          {...{ frame, faults }}
          languages={questionnaire.languages}
          name="reason"
          label={(values) => words('publishing:office.withdraw.reason', values)}
          value={reason}
          rows={2}
        />
        <button class="button danger" type="submit">
          {words('publishing:office.withdraw.send')}
        </button>
      </form>
    </Doing>
  )
}

/** Every version: what was done, when, by whom and why. */
function Past({ frame, view }: PublishProps) {
  const { words, language } = frame
  const { past, facts } = view
  if (past.length === 0) return null
  const { exact } = momentsIn(language)
  return (
    <section class="history-part" aria-labelledby="past">
      <h2 id="past">{words('publishing:office.history.title')}</h2>
      <ol class="history">
        {past.map(({ what, number, name, at, note }) => (
          <li key={number}>
            <strong>
              {words('publishing:office.history.line', {
                what: words(`publishing:office.history.${what}`),
                number: numbersIn(language).count(number),
              })}
            </strong>{' '}
            <span class="quiet">
              {exact(Date.parse(at), facts.dates.timeZone)}
              {name && `, ${name}`}
            </span>
            {Object.values(note).length > 0 && <p>{note[language] ?? Object.values(note)[0]}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
