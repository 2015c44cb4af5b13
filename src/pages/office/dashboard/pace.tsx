import { addDays } from '../../../survey/calendar.ts'
import type { DashboardView } from './dashboard.tsx'
import { siteName } from '../names.ts'
import type { Reader } from '../reader.ts'
import { Scroll } from '../scroll.tsx'

const WEEK = 7
/** The table goes back so many weeks. */
const WEEKS = 4

/** Response rate by site and week: how much of the listed had answered when each week was over. */
export function Pace({ reader, view }: { reader: Reader; view: DashboardView }) {
  const { words, numbers } = reader
  const { divided, questionnaire } = view
  const known = questionnaire.sites.filter(({ listed }) => listed)
  if (divided?.over !== 'site' || known.length === 0) return null
  const last = Object.keys(divided.byDay).toSorted().at(-1)
  if (!last) return null
  const ends = Array.from({ length: WEEKS }, (_, back) => addDays(last, -WEEK * (WEEKS - 1 - back)))
  const until = (site: string, end: string) =>
    Object.entries(divided.byDay).reduce(
      (sum, [day, counts]) => sum + (day <= end ? (counts[site] ?? 0) : 0),
      0,
    )
  return (
    <Scroll label={words('figures:pace.title')}>
      <table>
        <caption>{words('figures:pace.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('participation.site')}</th>
            {ends.map((end) => (
              <th key={end} scope="col">
                {words('figures:pace.until', { date: numbers.day(end) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {known.map(({ id, listed }) => (
            <tr key={id}>
              <th scope="row" lang={reader.lang}>
                {siteName(reader, questionnaire, id)}
              </th>
              {ends.map((end) => (
                <td key={end}>{numbers.share(until(id, end), listed!)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
