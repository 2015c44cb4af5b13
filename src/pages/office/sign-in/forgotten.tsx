import { Field } from '../field.tsx'
import { formPage } from '../form-page.tsx'
import { officeDocument, type OfficeFrame, officePath } from '../frame.tsx'

export interface Forgotten {
  email?: string
  fault?: 'email' | 'throttled'
  /** until the next try is let through */
  minutes?: number
}

/** Asks for the address of who has forgotten a password. */
export function forgottenPage(frame: OfficeFrame, view: Forgotten = {}): string {
  const { words } = frame
  const { email, fault, minutes = 1 } = view
  const said = fault && words(`mail:forgotten.fault.${fault}`, { count: minutes })
  return formPage(
    frame,
    {
      title: words('mail:forgotten.title'),
      intro: words('mail:forgotten.intro'),
      path: '/office/forgotten',
      send: words('mail:forgotten.send'),
      faults: said ? [{ field: 'email', text: said }] : [],
      below: <BackToSignIn frame={frame} />,
    },
    <Field
      name="email"
      type="email"
      label={words('people:email')}
      hint={words('mail:forgotten.hint')}
      value={email}
      fault={said}
      autocomplete="username"
    />,
  )
}

/** The same whether there is such an account or not. */
export function forgottenSentPage(frame: OfficeFrame): string {
  const { words } = frame
  const title = words('mail:forgotten.sentTitle')
  return officeDocument(
    frame,
    { title },
    <div class="narrow">
      <h1>{title}</h1>
      <p class="lede">{words('mail:forgotten.sent')}</p>
      <p>{words('mail:forgotten.notThere')}</p>
      <p>
        <a href={officePath(frame, '/office/forgotten')}>{words('mail:forgotten.again')}</a>
      </p>
      <BackToSignIn frame={frame} />
    </div>,
  )
}

/** Where no mail is set up, a colleague helps. */
export function forgottenAskPage(frame: OfficeFrame): string {
  const { words } = frame
  const title = words('mail:forgotten.title')
  return officeDocument(
    frame,
    { title },
    <div class="narrow">
      <h1>{title}</h1>
      <p class="lede">{words('mail:forgotten.ask')}</p>
      <p>{words('mail:forgotten.askHow')}</p>
      <BackToSignIn frame={frame} />
    </div>,
  )
}

function BackToSignIn({ frame }: { frame: OfficeFrame }) {
  return (
    <p>
      <a href={officePath(frame, '/office/sign-in')}>{frame.words('mail:forgotten.back')}</a>
    </p>
  )
}
