import type { Role } from '../../../survey/rights.ts'
import type { Place } from './access.ts'
import { AccessFields } from './access-fields.tsx'
import { FaultSummary, faultWords, Field } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
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
  const title = words('people:invite.title')
  const faults = (view.faults ?? []).map((fault) => faultWords(frame, fault))
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text
  return officeDocument(
    frame,
    { title: faults.length > 0 ? words('office:frame.faulty', { title }) : title },
    <>
      <p class="way-back">
        <a href={officePath(frame, '/office/people')}>{words('people:back')}</a>
      </p>
      <div class="narrow">
        <FaultSummary title={words('office:frame.faults')} faults={faults} />
        <h1>{title}</h1>
        <p class="lede">{words(mail ? 'mail:invite.intro' : 'people:invite.intro')}</p>
        <form method="post" action={officePath(frame, '/office/people/new')} noValidate>
          <Csrf frame={frame} />
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
          <button class="button" type="submit">
            {words(mail ? 'mail:invite.send' : 'people:invite.send')}
          </button>
        </form>
      </div>
    </>,
  )
}
