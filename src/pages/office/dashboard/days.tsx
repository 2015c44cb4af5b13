import { addDays, daysBetween } from '../../../survey/calendar.ts'
import type { DashboardView } from './dashboard.tsx'
import { type DayPart, dayParts } from './day-parts.ts'
import { Downloads } from '../figures/downloads.tsx'
import type { OfficeFrame } from '../frame.tsx'
import { Plot } from '../figures/plot.tsx'
import type { Reader } from '../reader.ts'
import { Scroll } from '../scroll.tsx'
import { DivisionLinks } from './view-form.tsx'

interface Props {
  frame: OfficeFrame
  reader: Reader
  view: DashboardView
}

/** Every day from the first response to the last. */
export function daysOf(byDay: Record<string, number>): string[] {
  const days = Object.keys(byDay).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return []
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, day) => addDays(first, day))
}

/** Responses by day, days without any included, and divided by what was chosen. */
export function Days({ frame, reader, view }: Props) {
  const { words } = reader
  const { byDay } = view.participation
  const message = bestOf(reader, byDay)
  const parts = dayParts(reader, view)
  return (
    <figure class="figure figure-days" data-figure="days">
      <figcaption>
        <h3 id="days">{words('participation.byDay')}</h3>
        <p class="quiet">{message}</p>
      </figcaption>
      <DivisionLinks frame={frame} reader={reader} view={view} />
      <DayLegend parts={parts} />
      <Plot message={message} />
      <details class="numbers" open>
        <summary>{words('figure.table')}</summary>
        <DaysTable reader={reader} byDay={byDay} parts={parts} />
      </details>
      <Downloads reader={reader} view={view} path="days.svg" of={words('participation.byDay')} />
    </figure>
  )
}

function DayLegend({ parts }: { parts: DayPart[] }) {
  if (parts.length === 0) return null
  return (
    <ul class="legend">
      {parts.map(({ id, label, tone }) => (
        <li key={id}>
          <span class={`swatch tone-${tone}`} aria-hidden="true" />
          {label}
        </li>
      ))}
    </ul>
  )
}

interface TableProps {
  reader: Reader
  byDay: Record<string, number>
  parts: DayPart[]
}

function DaysTable({ reader: { words, numbers }, byDay, parts }: TableProps) {
  return (
    <Scroll label={words('participation.byDay')}>
      <table>
        <caption class="unseen">{words('participation.byDay')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('participation.day')}</th>
            <th scope="col">{words('participation.responses')}</th>
            {parts.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {daysOf(byDay).map((day) => (
            <tr key={day} data-value={byDay[day] ?? 0} data-tone="1" data-day={numbers.day(day)}>
              <th scope="row">{numbers.date(day)}</th>
              <td>{numbers.count(byDay[day] ?? 0)}</td>
              {parts.map(({ id, tone, on }) => (
                <td key={id} data-part={on(day)} data-tone={tone}>
                  {numbers.count(on(day))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** The day with the most responses, by name where it is one. */
export function bestOf({ words, numbers }: Reader, byDay: Record<string, number>): string {
  const most = Math.max(0, ...Object.values(byDay))
  if (most === 0) return words('waiting.noResponses')
  const days = Object.keys(byDay).filter((day) => byDay[day] === most)
  const number = numbers.count(most)
  if (days.length > 1) return words('participation.bestDays', { number })
  return words('participation.bestDay', { date: numbers.date(days[0]!), number })
}
