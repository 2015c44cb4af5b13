import { numbersIn } from '../numbers.ts'
import { surveyPath } from '../survey/survey-facts.tsx'
import type { PublishProps } from './publish.tsx'

/** "You said, we did": what the public page says, and the way to add to it. */
export function UndertakingList({ frame, view }: PublishProps) {
  const { words, language } = frame
  const { facts, undertakings, questionnaire } = view
  const own = questionnaire.languages.includes(language) ? language : questionnaire.languages[0]!
  return (
    <section class="publish" aria-labelledby="did">
      <h2 id="did">{words('publishing:office.did.title')}</h2>
      <p>{words('publishing:office.did.text')}</p>
      {view.tells && <p>{words('publishing:office.did.letters')}</p>}
      {undertakings.length === 0 && <p class="empty">{words('publishing:office.did.none')}</p>}
      <ul class="history">
        {undertakings.map(({ id, body }) => (
          <li key={id}>
            <strong>{words(`publishing:did.state.${body.state}`)}</strong>{' '}
            <span class="quiet">{numbersIn(language).date(body.on)}</span>
            <p lang={own === language ? undefined : own}>{body.said[own]}</p>
            <a href={surveyPath(frame, facts, `/publish/undertakings/${id}`)}>
              {words('publishing:office.did.change')} <span class="unseen">{body.said[own]}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={surveyPath(frame, facts, '/publish/undertakings')}>
          {words('publishing:office.did.add')}
        </a>
      </p>
    </section>
  )
}
