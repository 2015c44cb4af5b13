import type { Breakdown } from './breakdown.ts'

/** Words per language code, e.g. `{ sv: 'Ja', da: 'Ja' }`. */
export type Text = Record<string, string>

export interface Option {
  id: string
  text: Text
}

/** Asked only of those who chose one of `is` on the earlier question. */
export interface Condition {
  question: string
  is: string[]
}

interface Asked {
  id: string
  text: Text
  help?: Text
  required: boolean
  showIf?: Condition
}

export interface Choice extends Asked {
  kind: 'choice'
  options: Option[]
  other: boolean
}

export interface Choices extends Asked {
  kind: 'choices'
  options: Option[]
  other: boolean
  /** offers "none of these", which excludes everything else */
  none: boolean
  /** at most so many may be chosen */
  max?: number
}

export interface Scale extends Asked {
  kind: 'scale'
  from: number
  to: number
  fromText?: Text
  toText?: Text
  /** offers "don't know", which stays out of the denominator */
  dontKnow: boolean
}

export interface Ranking extends Asked {
  kind: 'ranking'
  options: Option[]
  /** how many places are given out, 1…max */
  max: number
}

export interface FreeText extends Asked {
  kind: 'text'
  /** length limit in characters */
  max: number
  /** its author is asked whether they may be quoted */
  quotable?: boolean
}

/** A number that is written, and kept and counted only as the bin that it falls in. */
export interface Numeric extends Asked {
  kind: 'number'
  from: number
  to: number
  /** digits that may follow the decimal sign */
  decimals: 0 | 1
  /** as it stands after the number: "minuter" */
  unit?: Text
  /** where the bins begin, in order, the first at `from`; they are what is counted and kept */
  bins: number[]
}

export type Question = Choice | Choices | Scale | Ranking | FreeText | Numeric
export type Kind = Question['kind']
export type QuestionOf<K extends Kind> = Extract<Question, { kind: K }>

export interface Site {
  id: string
  name: Text
  /** people listed there, where known */
  listed?: number
}

export interface Privacy {
  purpose: Text
  controller: Text
  contact: Text
  legalBasis: Text
  /** local date on which raw responses are deleted */
  retainUntil: string
  decision: Text
}

/** The content of a survey, complete and checked. */
export interface Content {
  id: string
  languages: string[]
  title: Text
  intro: Text
  /** inclusive local dates in `timeZone` */
  opens?: string
  closes?: string
  timeZone: string
  smallestGroup: number
  /** days after closing in which tablets may still deliver; `GRACE_DAYS` where absent */
  graceDays?: number
  /** by what the final numbers may be broken down, besides sites; none where absent */
  breakdowns?: Breakdown[]
  sites: Site[]
  privacy: Privacy
  questions: Question[]
}

/** An immutable, numbered version of the content; every response points at one. */
export interface Questionnaire extends Content {
  number: number
}

/** Option ids that the kinds give out themselves; no option of a survey may be called so. */
export const OTHER = 'other'
export const NONE = 'none'
export const DONT_KNOW = 'dontknow'

/** The field that carries the words of an "other". */
export const otherField = (question: string) => `${question}.${OTHER}`

/** So many days after closing a tablet may still bring what was answered before. */
export const GRACE_DAYS = 7
export const MOST_GRACE_DAYS = 60
