import type { Frame } from '../frame.tsx'
import type { Questionnaire } from '../../survey/questionnaire.ts'
import { longDate, said } from '../speech.ts'
import { citizenPage } from './shell.tsx'

export function notYetPage(frame: Frame, view: { questionnaire: Questionnaire }): string {
  const { language, words } = frame
  const { id, title, opens, closes } = view.questionnaire
  return citizenPage({
    frame,
    title: words('notYet.title'),
    survey: id,
    children: (
      <>
        <h1>{words('notYet.title')}</h1>
        <p class="intro">{said(title, language)}</p>
        <p>{dates()}</p>
      </>
    ),
  })

  function dates(): string {
    if (!opens) return words('notYet.later')
    const from = longDate(opens, language)
    if (!closes) return words('notYet.from', { date: from })
    return words('notYet.between', { from, to: longDate(closes, language) })
  }
}
