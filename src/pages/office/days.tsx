import { addDays, daysBetween } from '../../survey/calendar.ts'
import { Plot } from './plot.tsx'
import type { Reader } from './reader.ts'
import { Scroll } from './scroll.tsx'

/** Responses by day, days without any included. */
export function Days({ reader, byDay }: { reader: Reader; byDay: Record<string, number> }) {
  const { words, numbers } = reader
  const days = Object.keys(byDay).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const all = Array.from({ length: daysBetween(first, last) + 1 }, (_, day) => addDays(first, day))
  const message = bestOf(reader, byDay)
  return (
    <figure class="figure figure-days" data-figure="days">
      <figcaption>
        <h3>{words('participation.byDay')}</h3>
        <p class="quiet">{message}</p>
      </figcaption>
      <Plot message={message} />
      <details class="numbers" open>
        <summary>{words('figure.table')}</summary>
        <Scroll label={words('participation.byDay')}>
          <table>
            <caption class="unseen">{words('participation.byDay')}</caption>
            <thead>
              <tr>
                <th scope="col">{words('participation.day')}</th>
                <th scope="col">{words('participation.responses')}</th>
              </tr>
            </thead>
            <tbody>
              {all.map((day) => (
                <tr
                  key={day}
                  data-value={byDay[day] ?? 0}
                  data-tone="1"
                  data-day={numbers.day(day)}
                >
                  <th scope="row">{numbers.date(day)}</th>
                  <td>{numbers.count(byDay[day] ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </figure>
  )
}

/** The day with the most responses, by name where it is one. */
function bestOf({ words, numbers }: Reader, byDay: Record<string, number>): string {
  const most = Math.max(...Object.values(byDay))
  const days = Object.keys(byDay).filter((day) => byDay[day] === most)
  const number = numbers.count(most)
  if (days.length > 1) return words('participation.bestDays', { number })
  return words('participation.bestDay', { date: numbers.date(days[0]!), number })
}
