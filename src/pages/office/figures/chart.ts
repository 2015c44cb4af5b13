import type { Interval } from '../../../survey/statistics/sample.ts'

/** A colour by its name in the style sheet: an option's, or a step of a scale from low to high. */
export type ChartTone = 'plain' | `${number}` | `step-${number}`

/** A part of a bar; places go from 0 to 1 across the figure. */
export interface Piece {
  from: number
  to: number
  tone: ChartTone
}

/** One line: words, a bar, the value in words. */
export interface Strip {
  id: string
  label: string
  lang?: string | undefined
  pieces: Piece[]
  /** how sure the end of the bar is */
  interval?: Interval | undefined
  value: string
  /** what may be said of it beside the others */
  note?: string | undefined
}

export interface Panel {
  id: string
  title?: string | undefined
  lang?: string | undefined
  /** what stands in place of strips */
  unshown?: string | undefined
  strips: Strip[]
}

/** A figure as data: the page draws it, and the file for taking along. */
export interface Chart {
  /** what it says, in a sentence */
  message: string
  /** the question as asked */
  question: string
  lang: string | undefined
  /** how many the numbers are made from, and how they are worked out */
  basis: string[]
  panels: Panel[]
  /** many panels, each small */
  small?: boolean
  /** where low and high part, of bars that go both ways */
  middle?: number
  legend: { tone: ChartTone; label: string }[]
}
