import type { Questionnaire, Text } from '../../../survey/questionnaire.ts'
import type { Frame } from '../../frame.tsx'
import { link } from '../../link.ts'
import { longDate, said } from '../../speech.ts'
import { Paragraphs } from '../paragraphs.tsx'
import { citizenPage } from '../shell.tsx'

interface Withdrawn {
  questionnaire: Questionnaire
  /** local date */
  on: string
  reason: Text
}

/** Results that were public and are not any more: since when, and why. */
export function withdrawnPage(frame: Frame, { questionnaire, on, reason }: Withdrawn): string {
  const { language, words } = frame
  return citizenPage({
    frame,
    title: words('publishing:withdrawn.title'),
    survey: questionnaire.id,
    children: (
      <>
        <h1>{words('publishing:withdrawn.title')}</h1>
        <p class="intro">{said(questionnaire.title, language)}</p>
        <p>{words('publishing:withdrawn.since', { date: longDate(on, language) })}</p>
        <Paragraphs text={said(reason, language)} />
        <p>
          <a href={link('/', { lang: language })}>{words('notFound.start')}</a>
        </p>
      </>
    ),
  })
}
