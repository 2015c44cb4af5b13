import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { KioskSurvey } from '../../../src/survey/tablets/kiosk.ts'
import { languageName, directionOf } from '../../../src/survey/language.ts'
import type { Questionnaire } from '../../../src/survey/questionnaire.ts'
import { plainLook, show } from '../look.ts'
import { begin, type Visit } from '../visit.ts'
import { wordsIn } from '../words.ts'
import { Choice, Notices } from './choice.tsx'
import { Everyone, Heading } from './frame.tsx'
import { usePresence } from './hooks.ts'
import type { Told } from './open.ts'
import type { Stage } from './stage.ts'

interface Props {
  stage: Stage
  surveys: KioskSurvey[]
  /** paused, or closed while the tablet was on */
  told: Told[]
  start: (visit: Visit) => void
}

/** What invites: a survey in its languages, or first a choice among several. */
export function Start({ stage, surveys, told, start }: Props) {
  const [chosen, setChosen] = useState<string>()
  const [only] = surveys.length === 1 ? surveys : []
  const survey = only ?? surveys.find(({ questionnaire }) => questionnaire.id === chosen)
  const language = (survey ?? surveys[0])?.questionnaire.languages[0] ?? 'sv'
  useLayoutEffect(() => show(stage.page.document, language, plainLook), [language])
  useEffect(() => stage.station.shows(survey?.questionnaire.id ?? ''), [survey?.questionnaire.id])

  if (surveys.length === 0) return <NoneOpen told={told} />
  if (!survey) return <Choice surveys={surveys} told={told} choose={setChosen} />
  return (
    <>
      {!only && <Forgetful stage={stage} forget={() => setChosen(undefined)} />}
      <Invitation
        stage={stage}
        questionnaire={survey.questionnaire}
        told={told}
        start={start}
        {...(!only && { back: () => setChosen(undefined) })}
      />
    </>
  )
}

interface InvitationProps extends Omit<Props, 'surveys'> {
  questionnaire: Questionnaire
  back?: () => void
}

function Invitation({ stage, questionnaire, told, start, back }: InvitationProps) {
  const { station, newId } = stage
  const { languages, title } = questionnaire
  const organisation = station.state.setup?.organisation
  const [busy, setBusy] = useState(false)

  async function press(language: string) {
    if (busy) return
    setBusy(true)
    const keeps = await station.canKeep()
    setBusy(false)
    const site = station.state.setup?.site ?? ''
    if (keeps) start(begin(newId(), questionnaire, site, language))
  }
  return (
    <div class="screen invitation">
      <header class="top">
        <p class="owner">{organisation?.name}</p>
        {back && (
          <button type="button" class="button plain" onClick={back}>
            {wordsIn(languages[0]!)('kiosk:question.back')}
          </button>
        )}
      </header>
      <main data-languages={Math.min(languages.length, 4)}>
        <Notices told={told} />
        {languages.map((language, index) => (
          <Title
            key={language}
            language={language}
            text={title[language] ?? ''}
            main={index === 0}
          />
        ))}
        {organisation?.demo && <p class="notice">{wordsIn(languages[0]!)('demo')}</p>}
      </main>
      <footer class="languages-large">
        {languages.map((language) => (
          <button
            key={language}
            type="button"
            class="button"
            lang={language}
            dir={directionOf(language)}
            aria-disabled={busy}
            onClick={() => void press(language)}
          >
            <span class="name">{languageName(language)}</span>
            <span class="press">{wordsIn(language)('kiosk:begin.press')}</span>
          </button>
        ))}
      </footer>
    </div>
  )
}

function Title({ language, text, main }: { language: string; text: string; main: boolean }) {
  const direction = directionOf(language)
  if (main) return <Heading>{text}</Heading>
  return (
    <p class="title" lang={language} dir={direction}>
      {text}
    </p>
  )
}

function NoneOpen({ told }: { told: Told[] }) {
  const rests = told.some(({ is }) => is === 'paused')
  return (
    <div class="screen">
      <Everyone phrase={rests ? 'pause' : 'none'} />
      {told.length > 0 && (
        <aside class="aside">
          <Notices told={told} />
        </aside>
      )}
    </div>
  )
}

/** Who chose a survey and went away leaves nothing but that: it is quietly taken back. */
function Forgetful({ stage, forget }: { stage: Stage; forget: () => void }) {
  usePresence(stage.elapsed, false, forget)
  return null
}
