import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { Fields } from '../../../src/survey/response.ts'
import { aloud } from '../aloud.ts'
import { plainLook, show } from '../look.ts'
import { standing } from '../standing.ts'
import { answer, answersOf, back, forward, questionAt, type Visit } from '../visit.ts'
import { NotTaken, StillThere, Stop, Thanks, Unkept } from './after.tsx'
import { usePresence, useWords } from './hooks.ts'
import { QuestionScreen } from './question.tsx'
import type { Stage } from './stage.ts'
import { Tools } from './tools.tsx'

interface Props {
  stage: Stage
  first: Visit
  /** the staff is at it: nothing is asked meanwhile */
  behind: boolean
  /** nothing of the person is to remain */
  over: () => void
}

type Mode = 'asking' | 'keeping' | 'unkept' | 'kept' | 'closed' | 'paused'

/** One person, from the first question to the thanks. */
export function Person({ stage, first, behind, over }: Props) {
  const { station, speech, elapsed, page } = stage
  const [visit, setVisit] = useState(first)
  const [mode, setMode] = useState<Mode>('asking')
  const [look, setLook] = useState(plainLook)
  const [stopping, setStopping] = useState(false)
  const [reading, setReading] = useState(false)
  const { language } = visit
  const words = useWords(language)
  const { presence, live } = usePresence(elapsed, reading || mode === 'kept', over)

  useLayoutEffect(() => show(page.document, language, look), [language, look])
  useEffect(() => hush, [visit.at, mode])

  function hush() {
    speech.hush()
    setReading(false)
  }
  function listen() {
    if (reading) return hush()
    setReading(true)
    const sentences = aloud(questionAt(visit), visit.at, language, words)
    speech.say(sentences, language, () => setReading(false))
  }
  function next() {
    const onward = forward(visit)
    if (onward) setVisit(onward)
    else void keep()
  }
  function previous() {
    const before = back(visit)
    if (before) setVisit(before)
    else if (Object.keys(visit.fields).length > 0) setStopping(true)
    else over()
  }
  async function keep() {
    const { id, questionnaire, site } = visit
    const stands = standing(station, questionnaire.id)
    if (stands !== 'open') return setMode(stands)
    setMode('keeping')
    const answers = answersOf(visit)
    const sent = { id, survey: questionnaire.id, questionnaire: questionnaire.number }
    const kept = await station
      .keep({ ...sent, site, language, answers }, questionnaire.timeZone)
      .then(
        () => true,
        () => false,
      )
    setMode(kept ? 'kept' : 'unkept')
  }

  const asked = presence.is === 'asked' && !behind
  if (mode === 'kept') return <Thanks visit={visit} stage={stage} words={words} over={over} />
  if (mode === 'closed' || mode === 'paused') {
    return <NotTaken because={mode} stage={stage} words={words} over={over} />
  }
  return (
    <>
      {/* Who comes next may be the one who reads the question. */}
      <div class="stage" data-veiled={asked || undefined}>
        {mode === 'unkept' ? (
          <Unkept words={words} again={() => void keep()} />
        ) : (
          <QuestionScreen
            visit={visit}
            words={words}
            keeping={mode === 'keeping'}
            answer={(fields: Fields) => setVisit(answer(visit, fields))}
            next={next}
            back={previous}
            tools={
              <Tools
                words={words}
                language={language}
                speech={speech}
                reading={reading}
                listen={listen}
                look={look}
                setLook={setLook}
                stop={() => setStopping(true)}
              />
            }
          />
        )}
      </div>
      {stopping && !behind && presence.is === 'here' && (
        <Stop words={words} yes={over} no={() => setStopping(false)} />
      )}
      {asked && <StillThere words={words} seconds={presence.seconds} yes={live} stop={over} />}
    </>
  )
}
