import type { DashboardView } from './dashboard.tsx'
import { siteName } from '../names.ts'
import type { Reader } from '../reader.ts'
import { Scroll } from '../scroll.tsx'

interface Props {
  reader: Reader
  view: DashboardView
}

/** Participation by site: what came in, of how many listed, and how much is shown so far. */
export function SitesTable({ reader, view }: Props) {
  const { words, numbers } = reader
  const { questionnaire, participation, release } = view
  const { sites } = questionnaire
  const anyListed = sites.some((site) => site.listed !== undefined)
  const unnamed = participation.bySite[''] ?? 0
  const rows = [
    ...sites.map(({ id, listed }) => ({ id, listed })),
    ...(unnamed > 0 ? [NO_ONE] : []),
  ]
  return (
    <Scroll label={words('participation.bySite')}>
      <table>
        <caption>{words('participation.bySite')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('participation.site')}</th>
            <th scope="col">{words('participation.responses')}</th>
            {anyListed && <th scope="col">{words('participation.listed')}</th>}
            {anyListed && <th scope="col">{words('participation.shareOfListed')}</th>}
            {!release.final && <th scope="col">{words('participation.shown')}</th>}
            {!release.final && view.state === 'open' && (
              <th scope="col">{words('participation.next')}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, listed }) => {
            const count = participation.bySite[id] ?? 0
            const shown = shownAt(view, id)
            return (
              <tr key={id}>
                <th scope="row" lang={id === '' ? undefined : reader.lang}>
                  {siteName(reader, questionnaire, id)}
                </th>
                <td>{numbers.count(count)}</td>
                {anyListed && <td>{listed === undefined ? '–' : numbers.count(listed)}</td>}
                {anyListed && <td>{listed ? numbers.share(count, listed) : '–'}</td>}
                {!release.final && <td>{numbers.count(shown)}</td>}
                {!release.final && view.state === 'open' && (
                  <td>
                    {words('participation.nextIn', {
                      count: untilNext(count, shown, release.smallestGroup),
                    })}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}

const NO_ONE = { id: '', listed: undefined }

export function shownAt({ release }: DashboardView, site: string): number {
  const group = release.groups.find(({ by, id }) => by === 'site' && id === (site || 'none'))
  return group?.released ?? 0
}

/** A batch is shown when the next one is full, so at most 2k−1 wait at a site. */
const untilNext = (responses: number, shown: number, smallestGroup: number) =>
  Math.max(1, 2 * smallestGroup - (responses - shown))
