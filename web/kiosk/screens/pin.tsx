import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { secondsOf } from '../idle.ts'
import { afterWrong, noTries, type Tries } from '../pin-tries.ts'
import type { Words } from '../words.ts'
import { Heading, Languages } from './frame.tsx'
import { useEvery } from './hooks.ts'
import type { Stage } from './stage.ts'

interface Props {
  stage: Stage
  words: Words
  language: string
  setLanguage: (language: string) => void
  /** outlives the screen, or leaving and coming back would begin anew */
  tries: { current: Tries }
  open: () => void
  back: () => void
}

const LONGEST = 12
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

export function Pin({ stage, words, language, setLanguage, tries, open, back }: Props) {
  const { elapsed, station, page } = stage
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const [wait, setWait] = useState(() => tries.current.until - elapsed())
  useEvery(250, () => setWait(tries.current.until - elapsed()))
  const busy = useRef(false)

  const type = (digit: string) => {
    setWrong(false)
    setTyped((before) => (before + digit).slice(0, LONGEST))
  }
  const erase = () => setTyped((before) => before.slice(0, -1))
  async function enter() {
    if (busy.current || typed === '' || tries.current.until > elapsed()) return
    busy.current = true
    const fits = await station.pinIs(typed)
    busy.current = false
    setTyped('')
    tries.current = fits ? noTries : afterWrong(tries.current, elapsed())
    setWait(tries.current.until - elapsed())
    if (fits) open()
    else setWrong(true)
  }

  const newest = useRef({ enter })
  newest.current = { enter }
  useLayoutEffect(() => {
    const press = ({ key, target }: KeyboardEvent) => {
      if (/^\d$/.test(key)) type(key)
      else if (key === 'Backspace') erase()
      else if (key === 'Enter' && !(target instanceof HTMLButtonElement))
        void newest.current.enter()
    }
    page.addEventListener('keydown', press)
    return () => page.removeEventListener('keydown', press)
  }, [])

  return (
    <div class="screen staff">
      <header class="top">
        <Languages language={language} label={words('kiosk:staff.language')} choose={setLanguage} />
      </header>
      <main class="pin">
        <Heading>{words('kiosk:staff.pin.title')}</Heading>
        <p>{words('kiosk:staff.pin.text')}</p>
        <p class="typed">
          <span aria-hidden="true">{'•'.repeat(typed.length) || '\u00a0'}</span>
          <output class="unseen">
            {typed && words('kiosk:staff.pin.typed', { count: typed.length })}
          </output>
        </p>
        <p class="wrong" role="alert">
          {wait > 0
            ? words('kiosk:staff.pin.wait', { count: secondsOf(wait) })
            : wrong && words('kiosk:staff.pin.wrong')}
        </p>
        <div class="pad">
          {DIGITS.map((digit) => (
            <button key={digit} type="button" onClick={() => type(digit)}>
              {digit}
            </button>
          ))}
          <button type="button" class="nought" onClick={() => type('0')}>
            0
          </button>
          <button type="button" class="small" onClick={erase}>
            {words('kiosk:staff.pin.erase')}
          </button>
        </div>
      </main>
      <footer class="ways">
        <button type="button" class="button plain" onClick={back}>
          {words('kiosk:question.back')}
        </button>
        <button type="button" class="button" aria-disabled={wait > 0} onClick={() => void enter()}>
          {words('kiosk:staff.pin.open')}
        </button>
      </footer>
    </div>
  )
}
