import type { Frame } from '../frame.tsx'
import { addDays } from '../../survey/calendar.ts'
import type { Questionnaire } from '../../survey/questionnaire.ts'
import { longDate, said } from '../speech.ts'
import { citizenPage } from './shell.tsx'

interface Paused {
  questionnaire: Questionnaire
  /** the last day of the pause, where it is known */
  until?: string | undefined
}

export function pausedPage(frame: Frame, { questionnaire, until }: Paused): string {
  const { language, words } = frame
  const { id, title, closes } = questionnaire
  return citizenPage({
    frame,
    title: words('paused.title'),
    survey: id,
    children: (
      <>
        <h1>{words('paused.title')}</h1>
        <p class="intro">{said(title, language)}</p>
        <p>
          {until
            ? words('paused.until', {
                until: longDate(until, language),
                from: longDate(addDays(until, 1), language),
              })
            : words('paused.later')}
        </p>
        {closes && <p>{words('paused.closes', { date: longDate(closes, language) })}</p>}
      </>
    ),
  })
}
