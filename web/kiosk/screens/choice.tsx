import type { KioskSurvey } from '../../../src/survey/kiosk.ts'
import { directionOf } from '../../../src/survey/language.ts'
import type { Questionnaire } from '../../../src/survey/questionnaire.ts'
import { wordsIn } from '../words.ts'
import { Heading } from './frame.tsx'

interface ChoiceProps {
  surveys: KioskSurvey[]
  closed: Questionnaire[]
  choose: (survey: string) => void
}

/** Which of several surveys. */
export function Choice({ surveys, closed, choose }: ChoiceProps) {
  const languages = [...new Set(surveys.flatMap(({ questionnaire }) => questionnaire.languages))]
  return (
    <main class="choosing">
      <JustClosed closed={closed} />
      <Heading>
        {languages.map((language) => (
          <span key={language} lang={language}>
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

/** Says what has closed, to who came for it. */
export function JustClosed({ closed }: { closed: Questionnaire[] }) {
  return (
    <>
      {closed.map(({ id, languages, title }) => (
        <div key={id} class="notice">
          {languages.map((language) => (
            <p key={language} lang={language} dir={directionOf(language)}>
              {wordsIn(language)('kiosk:begin.closed', { title: title[language] ?? '' })}
            </p>
          ))}
        </div>
      ))}
    </>
  )
}
