import { accentPair, LIGHT } from '../../../survey/color/accent.ts'
import { contrast } from '../../../survey/color/color.ts'
import type { Organisation } from '../../../survey/organisation.ts'
import { AccentPreview } from './accent-preview.tsx'
import { FaultSummary, Field } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'
import { OrganisationLogo } from './organisation-logo.tsx'

export interface GivenOrganisation {
  name: string
  email: string
  phone: string
  accent: string
}

export interface OrganisationFault {
  field: keyof GivenOrganisation | 'file'
  code: string
}

export const organisationDoings = ['saved', 'logo', 'logoRemoved'] as const
export type OrganisationDone = (typeof organisationDoings)[number]

export interface OrganisationView {
  organisation: Organisation
  given?: GivenOrganisation
  faults?: OrganisationFault[]
  done?: OrganisationDone
  /** parts of a drawing that could not be kept */
  left?: string[]
}

/** Who asks, as citizens see it. */
export function organisationPage(frame: OfficeFrame, view: OrganisationView): string {
  const { words } = frame
  const { organisation, done, left = [] } = view
  const title = words('sites:organisation.title')
  const given = view.given ?? {
    name: organisation.name,
    email: organisation.email ?? '',
    phone: organisation.phone ?? '',
    accent: organisation.accent,
  }
  const faults = (view.faults ?? []).map((fault) => ({
    field: fault.field,
    text: said(frame, fault, given),
  }))
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text
  return officeDocument(
    frame,
    { title: faults.length > 0 ? words('office:frame.faulty', { title }) : title },
    <div class="narrow">
      <FaultSummary title={words('office:frame.faults')} faults={faults} />
      {done && <output class="notice good">{words(`sites:organisation.done.${done}`)}</output>}
      {left.length > 0 && (
        <p class="notice">{words('sites:logo.left', { parts: left.join(', ') })}</p>
      )}
      <h1>{title}</h1>
      <p class="lede">{words('sites:organisation.intro')}</p>
      <form method="post" action={officePath(frame, '/office/organisation')} noValidate>
        <Csrf frame={frame} />
        <Field
          name="name"
          label={words('sites:organisation.name')}
          value={given.name}
          fault={faultOf('name')}
        />
        <Field
          name="email"
          type="email"
          label={words('sites:organisation.email')}
          hint={words('sites:organisation.contactHint')}
          value={given.email}
          fault={faultOf('email')}
          optional
        />
        <Field
          name="phone"
          type="tel"
          label={words('sites:organisation.phone')}
          value={given.phone}
          fault={faultOf('phone')}
          optional
        />
        <Field
          name="accent"
          label={words('sites:organisation.accent')}
          hint={words('sites:organisation.accentHint')}
          value={given.accent}
          fault={faultOf('accent')}
        />
        <AccentPreview frame={frame} accent={given.accent} />
        <p class="two-ways">
          <button class="button" type="submit">
            {words('sites:save')}
          </button>{' '}
          <button class="button plain" type="submit" name="preview" value="1">
            {words('sites:organisation.preview')}
          </button>
        </p>
      </form>
      <OrganisationLogo frame={frame} organisation={organisation} fault={faultOf('file')} />
      <section class="doing" aria-labelledby="ways-in">
        <h2 id="ways-in">{words('sign-in:organisation.title')}</h2>
        <p>{words('sign-in:organisation.what')}</p>
        <p>
          <a href={officePath(frame, '/office/organisation/sign-in')}>
            {words('sign-in:organisation.change')}
          </a>
        </p>
      </section>
    </div>,
  )
}

/** A fault in words; a pale colour comes with the nearest that can be read. */
function said(
  { words, language }: OfficeFrame,
  { field, code }: OrganisationFault,
  { accent }: GivenOrganisation,
): string {
  if (code !== 'pale') return words(`sites:organisation.fault.${field}.${code}`)
  return words('sites:organisation.fault.accent.pale', {
    ratio: numbersIn(language).mean(contrast(accent, LIGHT.paper), 1),
    darker: accentPair(accent).light,
  })
}
