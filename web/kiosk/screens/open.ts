import { useEffect, useRef, useState } from 'preact/hooks'
import { kinds } from '../../../src/survey/kinds/kinds.ts'
import type { KioskSurvey } from '../../../src/survey/tablets/kiosk.ts'
import type { Questionnaire } from '../../../src/survey/questionnaire.ts'
import type { StationState } from '../station.ts'
import { useEvery } from './hooks.ts'
import type { Stage } from './stage.ts'

/** So long the tablet says that a survey has closed. */
const TOLD = 10 * 60_000

interface Gone {
  questionnaire: Questionnaire
  at: number
}

/** What is to be said of a survey that cannot be answered now. */
export interface Told {
  questionnaire: Questionnaire
  is: 'closed' | 'paused'
  /** the last day of the pause, where it is known */
  until?: string
}

/** The surveys that are open now, and those that are paused or closed a moment ago. */
export function useOpen({ station, elapsed }: Stage, { setup }: StationState) {
  const [, setLooked] = useState(0)
  // At each sight of the screen: what has just been heard must not come a moment late.
  const surveys = station.surveysNow().filter(canAsk)
  const [gone, setGone] = useState<Gone[]>([])
  const shown = useRef(surveys)
  const site = useRef(station.siteNow())

  function look() {
    const now = station.surveysNow()
    const resting = station.pausedNow()
    const has = (list: KioskSurvey[], id: string) =>
      list.some(({ questionnaire }) => questionnaire.id === id)
    const at = elapsed()
    const here = station.siteNow()
    // A tablet that was moved shows others, and nothing has closed.
    const closed = (site.current === here ? shown.current : [])
      .filter(({ questionnaire: { id } }) => !has(now, id) && !has(resting, id))
      .map(({ questionnaire }) => ({ questionnaire, at }))
    setGone((before) => {
      const told = before.filter((one) => at - one.at < TOLD && !has(now, one.questionnaire.id))
      return told.length === before.length && closed.length === 0 ? before : [...told, ...closed]
    })
    if (!same(shown.current, now)) setLooked(at)
    shown.current = now
    site.current = here
  }
  useEvery(5000, look)
  useEffect(look, [setup])
  const told: Told[] = [
    ...gone.map(({ questionnaire }) => ({ questionnaire, is: 'closed' as const })),
    ...station.pausedNow().map(({ questionnaire, dates }) => {
      const until = dates.pauses?.at(-1)?.until
      return { questionnaire, is: 'paused' as const, ...(until && { until }) }
    }),
  ]
  return { surveys, told }
}

/** A tablet that was off for weeks may not know a kind of question until it has updated itself. */
const canAsk = ({ questionnaire }: KioskSurvey) =>
  questionnaire.questions.every(({ kind }) => kinds.includes(kind))

const same = (some: KioskSurvey[], others: KioskSurvey[]) =>
  some.length === others.length &&
  some.every(({ questionnaire }, index) => questionnaire === others[index]!.questionnaire)
