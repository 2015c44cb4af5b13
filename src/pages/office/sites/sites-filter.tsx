import { Choice, Option } from '../choice.tsx'
import { Field } from '../field.tsx'
import type { OfficeFrame } from '../frame.tsx'
import type { SitesView } from './sites.tsx'

/** Finds sites by words, group and whether they are used. */
export function SitesFilter({ frame, view }: { frame: OfficeFrame; view: SitesView }) {
  const { words, language } = frame
  const { asked, groups, retired } = view
  return (
    <form class="filter" method="get" action="/office/sites">
      {frame.languageChosen && <input type="hidden" name="lang" value={language} />}
      <Field name="q" type="search" label={words('sites:seek')} value={asked.q} optional />
      {groups.length > 0 && (
        <Choice name="group" label={words('sites:column.group')} all={words('sites:allGroups')}>
          {groups.map(({ id, name }) => (
            <Option key={id} value={id} chosen={asked.group}>
              {name}
            </Option>
          ))}
        </Choice>
      )}
      {retired > 0 && (
        <Choice name="state" label={words('sites:column.state')} all={words('sites:state.used')}>
          <Option value="retired" chosen={asked.state}>
            {words('sites:state.retired')}
          </Option>
        </Choice>
      )}
      <button class="button plain" type="submit">
        {words('sites:show')}
      </button>
    </form>
  )
}
