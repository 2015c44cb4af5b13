import { languageName } from '../../../survey/language.ts'
import { Choice, Option } from '../choice.tsx'
import { Field } from '../field.tsx'
import { Csrf, type OfficeFrame, officePath } from '../frame.tsx'
import type { GivenSite, SiteView } from './site.tsx'

interface Props {
  frame: OfficeFrame
  view: SiteView & { given: GivenSite }
  faultOf(field: string): string | undefined
}

/** Everything that is written of a site. */
export function SiteForm({ frame, view, faultOf }: Props) {
  const { words } = frame
  const { site, given, groups, languages, today } = view
  const path = site ? `/office/sites/site/${encodeURIComponent(site.id)}` : '/office/sites/new'
  const isOpen = languages.some((language) => given.names[language] || faultOf(`name.${language}`))
  return (
    <form method="post" action={officePath(frame, path)} noValidate>
      <Csrf frame={frame} />
      <Field
        name="name"
        label={words('sites:field.name')}
        hint={words('sites:field.nameHint')}
        value={given.name}
        fault={faultOf('name')}
      />
      <details class="site-names" open={isOpen}>
        <summary>{words('sites:field.names')}</summary>
        <p class="hint">{words('sites:field.namesHint')}</p>
        {languages.map((language) => (
          <Field
            key={language}
            name={`name.${language}`}
            label={languageName(language)}
            lang={language}
            value={given.names[language] ?? ''}
            fault={faultOf(`name.${language}`)}
            optional
          />
        ))}
      </details>
      {!site && (
        <Field
          name="id"
          label={words('sites:field.id')}
          hint={words('sites:field.idHint')}
          value={given.id}
          fault={faultOf('id')}
          optional
        />
      )}
      <Field
        name="listed"
        label={words('sites:field.listed')}
        hint={words('sites:field.listedHint')}
        inputMode="numeric"
        value={given.listed}
        fault={faultOf('listed')}
        optional
      />
      <Field
        name="countedOn"
        type="date"
        label={words('sites:field.countedOn')}
        max={today}
        value={given.countedOn}
        fault={faultOf('countedOn')}
        optional
      />
      {groups.length > 0 && (
        <Choice
          name="group"
          label={words('sites:field.group')}
          all={words('sites:noGroup')}
          fault={faultOf('group')}
        >
          {groups.map(({ id, name }) => (
            <Option key={id} value={id} chosen={given.group}>
              {name}
            </Option>
          ))}
        </Choice>
      )}
      <button class="button" type="submit">
        {words(site ? 'sites:save' : 'sites:new.send')}
      </button>
    </form>
  )
}
