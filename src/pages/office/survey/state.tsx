import type { Words } from '../../../i18n.ts'
import { daysBetween } from '../../../survey/calendar.ts'
import type { State } from '../../../survey/state.ts'
import { numbersIn } from '../numbers.ts'

export function StateTag({ words, state }: { words: Words; state: State }) {
  return <strong class={`tag tag-${state}`}>{words(`office:state.${state}`)}</strong>
}

interface Times {
  state: State
  opens?: string
  closes?: string
  /** the last day of a pause */
  until?: string | undefined
  /** says how many days are left, or that the survey was closed by hand ahead of its date */
  today?: string
}

/** From when or until when a survey is open, in words. */
export function timeOf(frame: { words: Words; language: string }, times: Times): string {
  const { state, opens, closes, today } = times
  const words = (key: string, values?: Record<string, string | number>) =>
    frame.words(`office:time.${key}`, values)
  const { date } = numbersIn(frame.language)
  if (state === 'draft') return words('draft')
  if (state === 'scheduled') return opens ? words('opens', { date: date(opens) }) : words('draft')
  if (state === 'closed') {
    const byHand = !closes || (today !== undefined && closes >= today)
    return byHand ? words('closed') : words('closedOn', { date: date(closes) })
  }
  if (state === 'paused') {
    return times.until ? words('pausedUntil', { date: date(times.until) }) : words('paused')
  }
  if (!closes) return words('openEnded')
  const until = words('until', { date: date(closes) })
  return today ? `${until} ${words('left', { count: daysBetween(today, closes) })}` : until
}
