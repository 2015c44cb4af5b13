import type { Organisation } from '../../../survey/organisation.ts'
import { LogoPicture } from '../../logo.tsx'
import { FileField } from '../file-field.tsx'
import { Csrf, type OfficeFrame, officePath } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'

interface Props {
  frame: OfficeFrame
  organisation: Organisation
  fault: string | undefined
}

/** The logo: what it is now, another instead, or none. */
export function OrganisationLogo({ frame, organisation, fault }: Props) {
  const { words, language } = frame
  const { logo } = organisation
  return (
    <section class="doing" aria-labelledby="logo">
      <h2 id="logo">{words('sites:logo.title')}</h2>
      {logo && (
        <>
          <p class="logo-now">
            <LogoPicture logo={logo} width={280} height={96} />
          </p>
          <p class="quiet">
            {words('sites:logo.now', {
              type: logo.type.toUpperCase(),
              size: numbersIn(language).count(Math.ceil(logo.size / 1000)),
            })}
          </p>
        </>
      )}
      <form
        method="post"
        action={officePath(frame, '/office/organisation/logo')}
        enctype="multipart/form-data"
      >
        <Csrf frame={frame} />
        <FileField
          label={words(logo ? 'sites:logo.another' : 'sites:logo.file')}
          hint={words('sites:logo.hint')}
          accept=".svg,.png,.jpg,.jpeg"
          fault={fault}
        />
        <button class="button plain" type="submit">
          {words('sites:logo.send')}
        </button>
      </form>
      {logo && (
        <form method="post" action={officePath(frame, '/office/organisation/logo/removal')}>
          <Csrf frame={frame} />
          <button class="button plain" type="submit">
            {words('sites:logo.remove')}
          </button>
        </form>
      )}
    </section>
  )
}
