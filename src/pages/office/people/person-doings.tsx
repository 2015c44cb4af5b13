import { standingOf } from './access.ts'
import { Doing } from '../tablets/device-forms.tsx'
import { Csrf, type OfficeFrame, officePath } from '../frame.tsx'
import { LetterLanguage } from './letter-language.tsx'
import type { PersonView } from './person.tsx'

interface Props {
  frame: OfficeFrame
  view: PersonView
}

/** What can be done about a colleague besides changing the role; each says what follows. */
export function PersonDoings(props: Props) {
  const { words } = props.frame
  const { colleague, sessions, now, mail, self } = props.view
  const { name, email } = colleague
  const standing = standingOf(colleague, now)
  return (
    <section class="doings" aria-labelledby="more">
      <h2 id="more">{words('people:more')}</h2>
      {colleague.state === 'invited' && (
        <Doing
          title={words(mail ? 'mail:again.title' : 'people:renew.title')}
          open={standing === 'lapsed'}
        >
          <p>{mail ? words('mail:again.what', { email }) : words('people:renew.what')}</p>
          <Send
            {...props}
            to="link"
            label={words(mail ? 'mail:again.send' : 'people:renew.send')}
          />
        </Doing>
      )}
      {standing === 'active' && !self && (
        <Doing title={words('mail:byHand.title')}>
          <p>{words('mail:byHand.what', { name })}</p>
          <Send {...props} to="link" label={words('mail:byHand.send')} />
        </Doing>
      )}
      {sessions.length > 0 && !self && (
        <Doing title={words('people:endSessions.title')}>
          <p>{words('people:endSessions.what', { count: sessions.length, name })}</p>
          <Send {...props} to="sessions" label={words('people:endSessions.send')} />
        </Doing>
      )}
      {props.view.factors && !self && (
        <Doing title={words('sign-in:reset.title')}>
          <p>{words('sign-in:reset.what', { name })}</p>
          <Send {...props} to="sign-in" label={words('sign-in:reset.send')} danger />
        </Doing>
      )}
      {standing === 'active' && !self && (
        <Doing title={words('people:suspend.title')}>
          <p>{words('people:suspend.what', { name })}</p>
          <Send {...props} to="suspension" label={words('people:suspend.send')} danger />
        </Doing>
      )}
      {standing === 'suspended' && (
        <Doing title={words('people:restore.title')} open>
          <p>{words('people:restore.what', { name })}</p>
          <Send {...props} to="restoration" label={words('people:restore.send')} />
        </Doing>
      )}
      <Doing title={words('people:remove.title')}>
        <p>
          {words(colleague.state === 'invited' ? 'people:remove.invited' : 'people:remove.what', {
            name,
          })}
        </p>
        <p>{words('people:remove.stays')}</p>
        <Send {...props} to="removal" label={words('people:remove.send')} danger />
      </Doing>
    </section>
  )
}

interface SendProps extends Props {
  to: string
  label: string
  danger?: boolean
}

function Send({ frame, view, to, label, danger }: SendProps) {
  const { colleague, once, mail } = view
  const path = `/office/people/${encodeURIComponent(colleague.id)}/${to}`
  return (
    <form method="post" action={officePath(frame, path)}>
      <Csrf frame={frame} />
      {to === 'link' && <input type="hidden" name="once" value={once} />}
      {to === 'link' && <input type="hidden" name="state" value={colleague.state} />}
      {to === 'link' && mail && colleague.state === 'invited' && (
        <LetterLanguage frame={frame} chosen={frame.language} />
      )}
      <button class={danger ? 'button danger' : 'button plain'} type="submit">
        {label}
      </button>
    </form>
  )
}
