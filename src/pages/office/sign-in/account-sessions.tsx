import type { OpenSession } from '../../../survey/people/colleague.ts'
import type { AccountView } from './account.tsx'
import { Csrf, type OfficeFrame, officePath } from '../frame.tsx'
import { momentsIn } from '../moments.ts'

interface Props {
  frame: OfficeFrame
  view: AccountView
}

/** Where one is signed in; of a place nothing is known but when. */
export function AccountSessions({ frame, view }: Props) {
  const { words } = frame
  const { sessions } = view
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{words('people:account.sessions')}</h2>
      <p>{words('people:account.sessionsWhat', { count: sessions.length })}</p>
      <ul class="bare-sites sessions">
        {sessions.map((session) => (
          <li key={session.id}>
            <Session {...{ frame, view, session }} />
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action={officePath(frame, '/office/account/sessions/others')}>
          <Csrf frame={frame} />
          <button class="button plain" type="submit">
            {words('people:account.endOthers')}
          </button>
        </form>
      )}
    </section>
  )
}

function Session({ frame, view, session }: Props & { session: OpenSession }) {
  const { words, language } = frame
  const moments = momentsIn(language)
  const since = moments.exact(session.startedAt, view.zone)
  const ago = moments.ago(session.seenAt, view.now) ?? words('people:account.now')
  return (
    <>
      <div>
        <p class="session">
          {words('people:account.since', { time: since })}{' '}
          {session.here && <strong class="tag">{words('people:account.here')}</strong>}
        </p>
        <p class="quiet session">{words('people:account.lastSeen', { time: ago })}</p>
      </div>
      {!session.here && (
        <form method="post" action={officePath(frame, '/office/account/sessions/end')}>
          <Csrf frame={frame} />
          <input type="hidden" name="session" value={session.id} />
          <button class="button plain" type="submit">
            {words('people:account.end')}
            <span class="unseen">{`: ${since}`}</span>
          </button>
        </form>
      )}
    </>
  )
}
