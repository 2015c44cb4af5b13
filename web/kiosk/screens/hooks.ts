import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Presence, presenceAt, touch } from '../idle.ts'
import type { Station, StationState } from '../station.ts'
import { wordsIn } from '../words.ts'

export const useWords = (language: string) => useMemo(() => wordsIn(language), [language])

export function useStation(station: Station): StationState {
  const [state, setState] = useState(station.state)
  useEffect(() => station.onChange((next) => setState({ ...next })), [station])
  return state
}

/** Calls now and again, with what is newest. */
export function useEvery(milliseconds: number, what: () => void) {
  const newest = useRef(what)
  newest.current = what
  useEffect(() => {
    const timer = setInterval(() => newest.current(), milliseconds)
    return () => clearInterval(timer)
  }, [milliseconds])
}

/** The time that has passed since this screen came, counted anew every quarter of a second. */
export function useElapsed(elapsed: () => number): number {
  const [from] = useState(elapsed)
  const [now, setNow] = useState(from)
  useEvery(250, () => setNow(elapsed()))
  return now - from
}

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const

/** Whether the person is still there; `busy` where the tablet itself is talking. */
export function usePresence(elapsed: () => number, busy: boolean, gone: () => void) {
  const touched = useRef(elapsed())
  const [presence, setPresence] = useState<Presence>({ is: 'here' })
  const look = () => {
    if (busy) touched.current = touch(touched.current, elapsed())
    const next = presenceAt(touched.current, elapsed())
    if (next.is === 'gone') gone()
    setPresence((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next))
  }
  const live = () => {
    touched.current = touch(touched.current, elapsed())
    look()
  }
  const newest = useRef({ presence, live })
  newest.current = { presence, live }
  useEvery(250, look)
  useEffect(() => {
    // While the question stands only its own button answers it: a touch must not fall through to
    // what is below.
    const sign = () => newest.current.presence.is === 'here' && newest.current.live()
    for (const name of SIGNS_OF_LIFE) addEventListener(name, sign, { passive: true })
    return () => {
      for (const name of SIGNS_OF_LIFE) removeEventListener(name, sign)
    }
  }, [])
  return { presence, live }
}
