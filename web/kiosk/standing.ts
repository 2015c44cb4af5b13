import type { KioskSurvey } from '../../src/survey/tablets/kiosk.ts'
import { pauseBeganOn } from '../../src/survey/state.ts'
import { localDate } from '../../src/survey/calendar.ts'
import type { Station } from './station.ts'

/**
 * How a survey stands for a person who has answered it to the end. A pause takes nothing away from
 * who had begun: answers are dated by day alone, and those of its first day count.
 */
export function standing(
  station: Pick<Station, 'surveysNow' | 'pausedNow' | 'now'>,
  survey: string,
): 'open' | 'paused' | 'closed' {
  const among = (list: KioskSurvey[]) =>
    list.find(({ questionnaire }) => questionnaire.id === survey)
  if (among(station.surveysNow())) return 'open'
  const paused = among(station.pausedNow())
  if (!paused) return 'closed'
  const today = localDate(station.now(), paused.dates.timeZone)
  return pauseBeganOn(paused.dates, today) ? 'open' : 'paused'
}
