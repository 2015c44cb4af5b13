import { once } from './kinds/rule.ts'
import type { Numeric } from './questionnaire.ts'

/** What is counted together: numbers from here to there, both included. */
export interface Bin {
  /** `15..29`, or `0` where it holds one number only */
  id: string
  from: number
  to: number
}

/** What bins are made from. */
export type Binned = Pick<Numeric, 'from' | 'to' | 'decimals' | 'bins'>

export const binsOf = once(({ to, decimals, bins }: Binned): Bin[] => {
  const units = 10 ** decimals
  return bins.map((from, index) => {
    const next = bins[index + 1]
    const last = next === undefined ? to : (Math.round(next * units) - 1) / units
    return { id: from === last ? `${from}` : `${from}..${last}`, from, to: last }
  })
})

/** More than this say little more of the whole, and leave little in each. */
const MOST_DERIVED = 8
export const MOST_BINS = 12

/**
 * Where bins begin that nobody declared: one for each number while there are few, else round
 * steps of one width. What is left over at an end joins its neighbour where it is under half a step.
 */
export function derivedBins({ from, to, decimals }: Omit<Binned, 'bins'>): number[] {
  const units = 10 ** decimals
  const [low, high] = [Math.round(from * units), Math.round(to * units)]
  return roundSteps()
    .map((step) => startsIn(low, high, step))
    .find((starts) => starts.length <= MOST_DERIVED)!
    .map((start) => start / units)
}

/** 1, 2, 5, 10, 20, 50 and on, as far as bounds go. */
const roundSteps = () =>
  [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7].flatMap((ten) => [ten, 2 * ten, 5 * ten])

function startsIn(low: number, high: number, step: number): number[] {
  const first = (Math.floor(low / step) + 1) * step
  const most = Math.ceil((high - low) / step)
  const inner = Array.from(
    { length: Math.min(most, MOST_DERIVED + 2) },
    (_, at) => first + at * step,
  )
  const kept = inner.filter((start) => start - low >= step / 2 && high + 1 - start >= step / 2)
  return [low, ...kept]
}

/** Whether some bins are so much wider than others that their counts are not to be compared. */
export function isUneven(question: Binned): boolean {
  const units = 10 ** question.decimals
  const widths = binsOf(question).map(({ from, to }) => Math.round((to - from) * units) + 1)
  return Math.max(...widths) > 1.5 * Math.min(...widths)
}

/** Whether a bin holds several numbers, so that it is not known which of them was given. */
export const isRange = ({ from, to }: Bin) => from !== to

/** A number as it is written in a language; four digits stay together, as they may be a year. */
export const writtenNumber = (value: number, language: string) =>
  value.toLocaleString(language === 'en' ? 'en-GB' : language, { useGrouping: 'min2' })

/** A number with its unit: "15 minuter". */
export function withUnit({ unit }: Pick<Numeric, 'unit'>, written: string, language: string) {
  const words = unit?.[language]
  return words ? `${written}\u00a0${words}` : written
}

/** From where to where, without the unit. */
export function rangeWords({ from, to }: Pick<Bin, 'from' | 'to'>, language: string): string {
  if (from === to) return writtenNumber(from, language)
  // A minus right behind a dash would be read as one sign.
  const dash = from < 0 ? ' – ' : '–'
  return writtenNumber(from, language) + dash + writtenNumber(to, language)
}

/** A bin as its readers see it: "15–29 minuter". */
export function binWords(question: Numeric, id: string, language: string): string {
  const bin = binsOf(question).find((one) => one.id === id)
  return bin ? withUnit(question, rangeWords(bin, language), language) : id
}
