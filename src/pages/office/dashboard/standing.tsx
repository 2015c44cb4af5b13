import { localDate } from '../../../survey/calendar.ts'
import type { DashboardView } from './dashboard.tsx'
import { notBrokenDown } from './group-names.ts'
import type { Reader } from '../reader.ts'

interface Props {
  reader: Reader
  view: DashboardView
}

/** Declared breakdowns of which nothing can be shown. */
export function NotBrokenDown({ reader, view }: Props) {
  const { questionnaire, release, limited } = view
  if (limited) return null
  return notBrokenDown(reader, questionnaire, release.groups).map((said) => (
    <p key={said}>{said}</p>
  ))
}

/** Which final release it is, and why it waited no longer. */
export function Standing({ reader, view }: Props) {
  const { standing } = view.release
  if (!standing) return null
  const { words, numbers } = reader
  const { number, at, came, hash } = standing
  const date = numbers.date(localDate(Date.parse(at), view.questionnaire.timeZone))
  return (
    <>
      <p>
        {words('breakdowns:standing.number', { number, date })}{' '}
        {came && words(`breakdowns:standing.${came}`)}
      </p>
      {hash && (
        <details class="why">
          <summary>{words('breakdowns:standing.hash')}</summary>
          <p>
            <code class="checksum">{hash}</code>
          </p>
        </details>
      )}
    </>
  )
}
