import { longDate, said } from '../../speech.ts'
import { Part } from '../part.tsx'
import type { ResultsProps } from './view.ts'

/** "You said, we did": the newest first. */
export function Undertakings({ frame, view }: ResultsProps) {
  const { language, words } = frame
  if (view.undertakings.length === 0) return null
  return (
    <Part title={words('publishing:did.title')}>
      <ol class="undertakings">
        {view.undertakings.map(({ id, body }) => (
          <li key={id} id={`did-${id}`}>
            <p class="standing">
              <strong class={`state state-${body.state}`}>
                {words(`publishing:did.state.${body.state}`)}
              </strong>{' '}
              <span class="muted">{longDate(body.on, language)}</span>
            </p>
            <dl>
              <dt>{words('publishing:did.said')}</dt>
              <dd>{said(body.said, language)}</dd>
              <dt>{words(`publishing:did.did.${body.state}`)}</dt>
              <dd>{said(body.did, language)}</dd>
              {said(body.goal, language) && (
                <>
                  <dt>{words('publishing:did.goal')}</dt>
                  <dd>{said(body.goal, language)}</dd>
                </>
              )}
            </dl>
          </li>
        ))}
      </ol>
    </Part>
  )
}
