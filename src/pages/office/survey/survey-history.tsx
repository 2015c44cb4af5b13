import type { MoveName } from '../../../survey/life.ts'
import type { OfficeFrame } from '../frame.tsx'
import { momentsIn } from '../moments.ts'
import { numbersIn } from '../numbers.ts'
import type { SurveyFacts } from './survey-facts.tsx'

/** Something that was done with a survey, and by whom. */
export interface Past {
  what: MoveName | 'issue'
  /** of a questionnaire */
  number?: number
  /** how many fields it changed of the one before */
  changed?: number
  name: string
  /** ISO instant */
  at: string
  /** the last local date of a pause */
  until?: string | undefined
}

export function History(props: { frame: OfficeFrame; facts: SurveyFacts; past: Past[] }) {
  const { frame, facts, past } = props
  const { words, language } = frame
  if (past.length === 0) return null
  return (
    <section class="history-part" aria-labelledby="history">
      <h2 id="history">{words('life:history.title')}</h2>
      <ol class="history">
        {past.map((one, index) => (
          <li key={index}>
            <strong>{whatOf(frame, one)}</strong>{' '}
            <span class="quiet">
              {momentsIn(language).exact(Date.parse(one.at), facts.dates.timeZone)}
              {one.name && `, ${one.name}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function whatOf({ words, language }: OfficeFrame, { what, number = 0, changed = 0, until }: Past) {
  if (what === 'pause' && until) {
    return words('life:history.pauseUntil', { date: numbersIn(language).date(until) })
  }
  if (what !== 'issue') return words(`life:history.${what}`)
  const issued = words('life:history.issue', { number })
  return changed > 0 ? `${issued} ${words('life:history.changed', { count: changed })}` : issued
}
