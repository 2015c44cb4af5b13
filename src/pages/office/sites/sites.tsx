import { calledIn, type RegisteredSite, type SiteGroup } from '../../../survey/sites/register.ts'
import { officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'
import { Pages } from './pages.tsx'
import { SitesFilter } from './sites-filter.tsx'
import { Cell, Listing } from '../listing.tsx'

export interface SitesView {
  sites: RegisteredSite[]
  groups: SiteGroup[]
  asked: { q: string; group: string; state: string }
  /** so many match */
  found: number
  used: number
  retired: number
  page: number
  pages: number
}

/** The organisation's register of sites. */
export function sitesPage(frame: OfficeFrame, view: SitesView): string {
  const { words } = frame
  const { asked, used, retired, found } = view
  const title = words('sites:title')
  const isEmpty = used + retired === 0
  return officeDocument(
    frame,
    { title },
    <>
      <div class="fleet-head">
        <h1>{title}</h1>
        <a class="button" href={officePath(frame, '/office/sites/new')}>
          {words('sites:add')}
        </a>
      </div>
      <p class="lede">{isEmpty ? words('sites:none') : summary(frame, view)}</p>
      <nav class="paging site-ways" aria-label={words('sites:ways')}>
        <a href={officePath(frame, '/office/sites/import')}>{words('sites:import.title')}</a>
        <a href={officePath(frame, '/office/sites/groups')}>{words('sites:groups.title')}</a>
        {used > 0 && (
          <a href={officePath(frame, '/office/sites.csv')} download>
            {words('sites:export')}
          </a>
        )}
      </nav>
      {!isEmpty && <SitesFilter frame={frame} view={view} />}
      {found > 0 && <Sites frame={frame} view={view} />}
      {!isEmpty && found === 0 && <p class="empty">{words('sites:noneFound')}</p>}
      <Pages
        frame={frame}
        path="/office/sites"
        query={Object.fromEntries(Object.entries(asked).filter(([, value]) => value))}
        page={view.page}
        pages={view.pages}
      />
    </>,
  )
}

/** What state things are in, in a sentence or two. */
function summary({ words, language }: OfficeFrame, { used, retired }: SitesView): string {
  const { count } = numbersIn(language)
  const sentence = (key: string, number: number) =>
    words(`sites:summary.${key}`, { count: number, number: count(number) })
  return [sentence('used', used), ...(retired ? [sentence('retired', retired)] : [])].join(' ')
}

function Sites({ frame, view }: { frame: OfficeFrame; view: SitesView }) {
  const { words, language } = frame
  const { count, date } = numbersIn(language)
  const groups = new Map(view.groups.map(({ id, name }) => [id, name]))
  const column = (name: string) => words(`sites:column.${name}`)
  return (
    <Listing
      kind="sites"
      caption={words('sites:found', { count: view.found, number: count(view.found) })}
      columns={[column('name'), column('id'), column('group'), { number: column('listed') }]}
    >
      {view.sites.map((site) => (
        <tr key={site.id} class="entry">
          <th scope="row">
            <a href={officePath(frame, `/office/sites/site/${encodeURIComponent(site.id)}`)}>
              {calledIn(site, language)}
            </a>
          </th>
          <Cell label={column('id')}>
            <code>{site.id}</code>
          </Cell>
          <Cell label={column('group')}>{groups.get(site.group ?? '') ?? '–'}</Cell>
          <Cell label={column('listed')} number>
            {site.listed === undefined ? '–' : count(site.listed)}
            {site.countedOn && (
              <span class="quiet counted">
                {words('sites:countedOn', { date: date(site.countedOn) })}
              </span>
            )}
          </Cell>
        </tr>
      ))}
    </Listing>
  )
}
