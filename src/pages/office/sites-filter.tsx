import type { OfficeFrame } from './frame.tsx'
import type { SitesView } from './sites.tsx'

/** Finds sites by words, group and whether they are used. */
export function SitesFilter({ frame, view }: { frame: OfficeFrame; view: SitesView }) {
  const { words, language } = frame
  const { asked, groups, retired } = view
  return (
    <form class="filter" method="get" action="/office/sites">
      {frame.languageChosen && <input type="hidden" name="lang" value={language} />}
      <div class="field">
        <label for="q">{words('sites:seek')}</label>
        <input type="search" id="q" name="q" value={asked.q} autocomplete="off" />
      </div>
      {groups.length > 0 && (
        <div class="field">
          <label for="group">{words('sites:column.group')}</label>
          <select id="group" name="group">
            <option value="">{words('sites:allGroups')}</option>
            {groups.map(({ id, name }) => (
              <option key={id} value={id} selected={id === asked.group}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {retired > 0 && (
        <div class="field">
          <label for="state">{words('sites:column.state')}</label>
          <select id="state" name="state">
            <option value="">{words('sites:state.used')}</option>
            <option value="retired" selected={asked.state === 'retired'}>
              {words('sites:state.retired')}
            </option>
          </select>
        </div>
      )}
      <button class="button plain" type="submit">
        {words('sites:show')}
      </button>
    </form>
  )
}
