import type { Kind, Question, Questionnaire } from '../../survey/questionnaire.ts'
import { link } from '../link.ts'
import { capitalised, longDate, numberWord, said } from '../speech.ts'
import type { Frame } from '../frame.tsx'

interface Props {
  frame: Frame
  questionnaire: Questionnaire
}

/** What one wants to know before the first question: who asks, until when, how long, and privacy. */
export function About({ frame, questionnaire }: Props) {
  const { language, words, organisation } = frame
  const { id, closes, questions, privacy } = questionnaire
  const asker = organisation?.name ?? said(privacy.controller, language)
  return (
    <section class="about" aria-label={words('about.title')}>
      <ul>
        <li>
          {words('about.asks', { organisation: asker })}{' '}
          {closes
            ? words('about.until', { date: longDate(closes, language) })
            : words('about.openEnded')}
        </li>
        <li>{lengthWords(questions, frame)}</li>
        <li>
          {words('about.anonymous')}{' '}
          {!frame.preview && (
            <a href={link(`/s/${id}/privacy`, { lang: language })}>{words('privacy.title')}</a>
          )}
        </li>
      </ul>
    </section>
  )
}

function lengthWords(questions: Question[], { language, words }: Frame): string {
  const counted = (key: string, count: number) =>
    words(`about.${key}`, { count, number: numberWord(count, language, words) })
  const followUps = questions.filter((question) => question.showIf).length
  const told = {
    questions: counted('questions', questions.length - followUps),
    followUps: counted('followUps', followUps),
    minutes: counted('minutes', minutes(questions)),
  }
  const key = followUps > 0 ? 'about.lengthWithFollowUps' : 'about.length'
  return capitalised(words(key, told), language)
}

/** Seconds that an answer takes beside reading, rather too many than too few. */
const seconds: Record<Kind, number> = {
  choice: 8,
  choices: 15,
  scale: 8,
  number: 12,
  ranking: 25,
  text: 40,
}

/** How long it takes, in whole minutes. */
export function minutes(questions: Question[]): number {
  const each = questions.map((question) => {
    const toRead = 'options' in question ? 4 + 2 * question.options.length : 6
    // About half of the people are asked a follow-up.
    return (toRead + seconds[question.kind]) * (question.showIf ? 0.5 : 1)
  })
  const introduction = 20
  return Math.max(1, Math.round(each.reduce((sum, one) => sum + one, introduction) / 60))
}
