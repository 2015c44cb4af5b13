export const channels = ['web', 'qr', 'kiosk', 'invitation', 'widget', 'paper', 'import'] as const
export type Channel = (typeof channels)[number]

/**
 * One person's answers by field name: an option id, several, a step of a scale, the id of a bin,
 * option ids in order of rank, or text. The words of an "other" stand under `<question>.other`.
 */
export type Answers = Record<string, string | number | string[]>

/** All that is ever stored of one person's sending. */
export interface Response {
  /** made by the sender; the same id twice is one response */
  id: string
  survey: string
  questionnaire: number
  /** '' where none was given */
  site: string
  channel: Channel
  language: string
  /** local date in the survey's zone */
  date: string
  answers: Answers
}

/** Form fields as they came: untrusted, possibly repeated. */
export type Fields = Record<string, unknown>

/** Something wrong with one answer, shown beside its field. `code` is a key of the locales. */
export interface Fault {
  field: string
  code: FaultCode
  values?: Record<string, string | number>
}

export type FaultCode =
  | 'missing'
  | 'unknown-option'
  | 'too-many'
  | 'none-and-more'
  | 'other-empty'
  | 'other-unchosen'
  | 'too-long'
  | 'rank-twice'
  | 'rank-gap'
  | 'no-number'
  | 'not-whole'
  | 'decimals'
  | 'out-of-bounds'
  | 'site-unknown'
  | 'submission'

/** What the sender's id must look like: 8 to 64 letters, digits, - and _. */
export const idPattern = /^[A-Za-z0-9_-]{8,64}$/
