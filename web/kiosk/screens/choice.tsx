import type { KioskSurvey } from '../../../src/survey/tablets/kiosk.ts'
import { directionOf } from '../../../src/survey/language.ts'
import { wordsIn } from '../words.ts'
import { Heading } from './frame.tsx'
import type { Told } from './open.ts'

interface ChoiceProps {
  surveys: KioskSurvey[]
  told: Told[]
  choose: (survey: string) => void
}

/** Which of several surveys. */
export function Choice({ surveys, told, choose }: ChoiceProps) {
  const languages = [...new Set(surveys.flatMap(({ questionnaire }) => questionnaire.languages))]
  return (
    <main class="choosing">
      <Notices told={told} />
      <Heading>
        {languages.map((language) => (
          <span key={language} lang={language} dir={directionOf(language)}>
            {wordsIn(language)('kiosk:begin.choose')}
          </span>
        ))}
      </Heading>
      {surveys.map(({ questionnaire: { id, title, languages } }) => (
        <button key={id} type="button" class="survey" onClick={() => choose(id)}>
          {languages.map((language) => (
            <span key={language} lang={language} dir={directionOf(language)}>
              {title[language]}
            </span>
          ))}
        </button>
      ))}
    </main>
  )
}

/** Says what has closed or is paused, to who came for it. */
export function Notices({ told }: { told: Told[] }) {
  return (
    <>
      {told.map(({ questionnaire: { id, languages, title }, is, until }) => (
        <div key={id} class="notice">
          {languages.map((language) => (
            <p key={language} lang={language} dir={directionOf(language)}>
              {noticeIn(language, title[language] ?? '', is, until)}
            </p>
          ))}
        </div>
      ))}
    </>
  )
}

function noticeIn(language: string, title: string, is: Told['is'], until: string | undefined) {
  const words = wordsIn(language)
  if (is === 'closed') return words('kiosk:begin.closed', { title })
  if (until === undefined) return words('kiosk:begin.paused', { title })
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return words('kiosk:begin.pausedUntil', { title, date: day.format(Date.parse(until)) })
}
