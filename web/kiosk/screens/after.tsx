import { useEffect } from 'preact/hooks'
import { otherField } from '../../../src/survey/questionnaire.ts'
import { secondsOf } from '../idle.ts'
import { answersOf, type Visit } from '../visit.ts'
import type { Words } from '../words.ts'
import { Dialog, Heading } from './frame.tsx'
import { useElapsed } from './hooks.ts'
import type { Stage } from './stage.ts'

const THANKS = 15_000
const CLOSED = 30_000

interface Props {
  stage: Stage
  words: Words
  over: () => void
}

export function Thanks({ visit, stage, words, over }: Props & { visit: Visit }) {
  const organisation = stage.station.state.setup?.organisation.name ?? ''
  return (
    <div class="screen">
      <main class="calm">
        <p class="sign" aria-hidden="true" />
        <Heading>{words('thanks.title')}</Heading>
        <p>{words('kiosk:thanks.kept', { organisation })}</p>
        {wroteSomething(visit) && <p>{words('kiosk:thanks.masked', { organisation })}</p>}
      </main>
      <Countdown stage={stage} words={words} time={THANKS} over={over} />
    </div>
  )
}

export const NotTaken = ({
  because,
  stage,
  words,
  over,
}: Props & { because: 'closed' | 'paused' }) => (
  <div class="screen">
    <main class="calm">
      <Heading>{words(`kiosk:calm.${because}.title`)}</Heading>
      <p>{words(`kiosk:calm.${because}.text`)}</p>
    </main>
    <Countdown stage={stage} words={words} time={CLOSED} over={over} />
  </div>
)

function Countdown({ stage, words, time, over }: Props & { time: number }) {
  const left = time - useElapsed(stage.elapsed)
  useEffect(() => {
    if (left <= 0) over()
  }, [left <= 0])
  return (
    <footer class="ways">
      <p>{words('kiosk:thanks.countdown', { count: secondsOf(left) })}</p>
      <button type="button" class="button" onClick={over}>
        {words('kiosk:thanks.done')}
      </button>
    </footer>
  )
}

function wroteSomething(visit: Visit): boolean {
  const answers = answersOf(visit)
  return visit.questionnaire.questions.some(
    ({ id, kind }) => otherField(id) in answers || (kind === 'text' && id in answers),
  )
}

/** The tablet could not do what it had promised a moment ago; the answers are still here. */
export const Unkept = ({ words, again }: { words: Words; again: () => void }) => (
  <div class="screen">
    <main class="calm">
      <Heading>{words('kiosk:unkept.title')}</Heading>
      <p>{words('kiosk:unkept.text')}</p>
    </main>
    <footer class="ways">
      <button type="button" class="button" onClick={again}>
        {words('kiosk:unkept.again')}
      </button>
    </footer>
  </div>
)

interface StillThereProps {
  words: Words
  seconds: number
  yes: () => void
  stop: () => void
}

export const StillThere = ({ words, seconds, yes, stop }: StillThereProps) => (
  <Dialog title={words('kiosk:there.title')} onDismiss={yes}>
    <p id="asked-more">{words('kiosk:there.text', { count: seconds })}</p>
    <div class="choice">
      <button type="button" class="button" onClick={yes}>
        {words('kiosk:there.yes')}
      </button>
      <button type="button" class="button plain" onClick={stop}>
        {words('kiosk:stop.yes')}
      </button>
    </div>
  </Dialog>
)

interface StopProps {
  words: Words
  yes: () => void
  no: () => void
}

export const Stop = ({ words, yes, no }: StopProps) => (
  <Dialog title={words('kiosk:stop.title')} onDismiss={no}>
    <p id="asked-more">{words('kiosk:stop.text')}</p>
    <div class="choice">
      <button type="button" class="button" onClick={no}>
        {words('kiosk:stop.no')}
      </button>
      <button type="button" class="button plain" onClick={yes}>
        {words('kiosk:stop.yes')}
      </button>
    </div>
  </Dialog>
)
