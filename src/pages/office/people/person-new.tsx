import type { Role } from '../../../survey/rights.ts'
import type { Place } from './access.ts'
import { AccessFields } from './access-fields.tsx'
import { faultWords, Field } from '../field.tsx'
import { formPage } from '../form-page.tsx'
import { type OfficeFrame, officePath } from '../frame.tsx'
import { LetterLanguage } from './letter-language.tsx'

export interface InviteFault {
  field: 'name' | 'email' | 'role'
  code: 'missing' | 'long' | 'email' | 'taken'
}

export interface InviteView {
  places: Place[]
  /** becomes the person's id, so that the same form twice is one invitation */
  once: string
  given: { name: string; email: string; role: Role | undefined; sites: string[] }
  /** the link goes by mail, in this language */
  mail: boolean
  language: string
  sought?: string
  faults?: InviteFault[]
}

/** Asks a colleague in. */
export function invitePage(frame: OfficeFrame, view: InviteView): string {
  const { words } = frame
  const { places, once, given, mail, language, sought } = view
  const faults = (view.faults ?? []).map((fault) => faultWords(frame, fault))
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text
  const above = (
    <p class="way-back">
      <a href={officePath(frame, '/office/people')}>{words('people:back')}</a>
    </p>
  )
  return formPage(
    frame,
    {
      title: words('people:invite.title'),
      intro: words(mail ? 'mail:invite.intro' : 'people:invite.intro'),
      path: '/office/people/new',
      send: words(mail ? 'mail:invite.send' : 'people:invite.send'),
      faults,
      above,
    },
    <>
      <input type="hidden" name="once" value={once} />
      <Field
        name="name"
        label={words('people:column.name')}
        value={given.name}
        fault={faultOf('name')}
        autocomplete="off"
      />
      <Field
        name="email"
        type="email"
        label={words('people:email')}
        hint={words('people:invite.emailHint')}
        value={given.email}
        fault={faultOf('email')}
        autocomplete="off"
      />
      <AccessFields
        frame={frame}
        role={given.role}
        sites={given.sites}
        places={places}
        sought={sought}
        fault={faultOf('role')}
      />
      {mail && <LetterLanguage frame={frame} chosen={language} />}
    </>,
  )
}
