import { languageName } from '../../survey/language.ts'
import { Csrf, type OfficeFrame, officePath } from './frame.tsx'
import { LooseField } from './loose-field.tsx'
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
      <LooseField
        name="name"
        label={words('sites:field.name')}
        hint={words('sites:field.nameHint')}
        value={given.name}
        fault={faultOf('name')}
        required
      />
      <details class="site-names" open={isOpen}>
        <summary>{words('sites:field.names')}</summary>
        <p class="hint">{words('sites:field.namesHint')}</p>
        {languages.map((language) => (
          <LooseField
            key={language}
            name={`name.${language}`}
            label={languageName(language)}
            lang={language}
            value={given.names[language] ?? ''}
            fault={faultOf(`name.${language}`)}
          />
        ))}
      </details>
      {!site && (
        <LooseField
          name="id"
          label={words('sites:field.id')}
          hint={words('sites:field.idHint')}
          value={given.id}
          fault={faultOf('id')}
        />
      )}
      <LooseField
        name="listed"
        label={words('sites:field.listed')}
        hint={words('sites:field.listedHint')}
        inputMode="numeric"
        value={given.listed}
        fault={faultOf('listed')}
      />
      <LooseField
        name="countedOn"
        type="date"
        label={words('sites:field.countedOn')}
        max={today}
        value={given.countedOn}
        fault={faultOf('countedOn')}
      />
      {groups.length > 0 && (
        <div class={faultOf('group') ? 'field field-faulty' : 'field'}>
          <label for="group">{words('sites:field.group')}</label>
          {faultOf('group') && <p class="fault">{faultOf('group')}</p>}
          <select id="group" name="group">
            <option value="">{words('sites:noGroup')}</option>
            {groups.map(({ id, name }) => (
              <option key={id} value={id} selected={id === given.group}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <button class="button" type="submit">
        {words(site ? 'sites:save' : 'sites:new.send')}
      </button>
    </form>
  )
}
