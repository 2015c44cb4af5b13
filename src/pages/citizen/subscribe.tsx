import type { Questionnaire } from '../../survey/questionnaire.ts'
import type { AddressFault } from '../../survey/subscription.ts'
import type { Frame } from '../frame.tsx'
import { link } from '../link.ts'
import { said } from '../speech.ts'
import { Part } from './part.tsx'
import { citizenPage } from './shell.tsx'

interface Subscribing {
  questionnaire: Questionnaire
  /** as it was typed */
  email?: string
  fault?: AddressFault
  /** too many came from there: nothing was kept */
  wait?: boolean
}

/** Asks for an address, after the thanks or at any time. */
export function subscribePage(frame: Frame, view: Subscribing): string {
  const { language, words, organisation } = frame
  const { questionnaire, fault, wait } = view
  const { id, title, privacy } = questionnaire
  return citizenPage({
    frame,
    title: words('subscription:title'),
    survey: id,
    form: 'plain',
    faulty: fault !== undefined,
    children: (
      <>
        {fault && <Wrong frame={frame} fault={fault} />}
        {wait && <Wait frame={frame} />}
        <h1>{words('subscription:title')}</h1>
        <p class="intro">
          {words('subscription:intro', {
            organisation: organisation?.name ?? said(privacy.controller, language),
          })}
        </p>
        <p>{words('subscription:survey', { title: said(title, language) })}</p>
        <AddressForm frame={frame} view={view} />
        <Promises frame={frame} />
      </>
    ),
  })
}

function Wrong({ frame: { words }, fault }: { frame: Frame; fault: AddressFault }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- what is wrong is met first
    <div class="notice fault" role="alert" tabindex={-1} autofocus>
      <h2>{words('problems.title')}</h2>
      <ul>
        <li>
          <a href="#email">{words(`subscription:fault.${fault}`)}</a>
        </li>
      </ul>
    </div>
  )
}

function Wait({ frame: { words } }: { frame: Frame }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- it must not be missed
    <div class="notice" role="alert" tabindex={-1} autofocus>
      <h2>{words('subscription:wait.title')}</h2>
      <p>{words('subscription:wait.text')}</p>
    </div>
  )
}

function AddressForm({ frame, view }: { frame: Frame; view: Subscribing }) {
  const { language, words } = frame
  const { questionnaire, email, fault } = view
  const told = fault ? 'email.hint email.fault' : 'email.hint'
  return (
    <form id="answers" method="post" action={link(`/s/${questionnaire.id}/subscribe`)} novalidate>
      <input type="hidden" name="lang" value={language} />
      <div class={fault ? 'question address faulty' : 'question address'}>
        <label for="email">{words('subscription:email')}</label>
        <p class="help" id="email.hint">
          {words('subscription:hint')}
        </p>
        {fault && (
          <p class="wrong" id="email.fault">
            {words(`subscription:fault.${fault}`)}
          </p>
        )}
        <input
          id="email"
          name="email"
          type="email"
          dir="ltr"
          autocomplete="email"
          spellcheck={false}
          value={email ?? ''}
          aria-describedby={told}
          {...(fault && { 'aria-invalid': true })}
        />
      </div>
      <p class="send">
        <button class="button" type="submit">
          {words('subscription:send')}
        </button>
      </p>
    </form>
  )
}

const Promises = ({ frame: { words } }: { frame: Frame }) => (
  <Part title={words('subscription:promise.title')}>
    <ul>
      <li>{words('subscription:promise.only')}</li>
      <li>{words('subscription:promise.apart')}</li>
      <li>{words('subscription:promise.leave')}</li>
      <li>{words('subscription:promise.last')}</li>
    </ul>
  </Part>
)
