import type { OfficeFrame } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'
import type { PostersView } from './posters.tsx'

interface Props {
  frame: OfficeFrame
  view: PostersView
}

/** For which sites: all, those of a group, or those that are ticked. */
export function WhichSites({ frame, view }: Props) {
  const { words, language } = frame
  const { asked, groups, content, listed } = view
  const { count } = numbersIn(language)
  const all = content.sites.length
  const names = new Map(content.sites.map(({ id, name }) => [id, name]))
  const pick = (which: string, text: string) => (
    <label class="pick">
      <input type="radio" name="which" value={which} checked={asked.which === which} />
      <span>{text}</span>
    </label>
  )
  return (
    <fieldset class="field choice" id="which" tabIndex={-1}>
      <legend>{words('sites:posters.which')}</legend>
      {pick('all', words('sites:posters.all', { count: all, number: count(all) }))}
      {groups.length > 0 && (
        <>
          {pick('group', words('sites:posters.group'))}
          <select name="group" aria-label={words('sites:column.group')} class="under">
            {groups.map(({ id, name, sites }) => (
              <option key={id} value={id} selected={id === asked.group}>
                {`${name} (${count(sites.length)})`}
              </option>
            ))}
          </select>
        </>
      )}
      {pick('some', words('sites:posters.some'))}
      <div class="picks under">
        {listed.map((id) => {
          const name = names.get(id) ?? {}
          const own = name[language]
          const [lang, text] = own ? [undefined, own] : (Object.entries(name)[0] ?? [undefined, id])
          return (
            <label key={id} class="pick">
              <input type="checkbox" name="sites" value={id} checked={asked.sites.includes(id)} />
              <span lang={lang}>{text}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
