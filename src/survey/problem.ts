/** Every expected refusal, with its HTTP status. The words are in the locales, by code. */
const statuses = {
  'bad-request': 400,
  'signed-out': 401,
  forbidden: 403,
  'not-allowed': 403,
  'factor-demanded': 403,
  'not-yet-open': 403,
  unknown: 404,
  'method-unknown': 405,
  taken: 409,
  closed: 410,
  'too-large': 413,
  'type-unknown': 415,
  faulty: 422,
  'too-many': 429,
  unavailable: 503,
} as const

export type ProblemCode = keyof typeof statuses

/** Thrown where something expected stands in the way; shown in the reader's language. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: number
  /** reasons for an operator, in English; never shown to citizens */
  readonly reasons: string[]
  /** seconds after which it may work */
  readonly retryAfter: number | undefined

  constructor(code: ProblemCode, reasons: string[] = [], retryAfter?: number) {
    super(reasons.length > 0 ? reasons.join('\n') : code)
    this.code = code
    this.status = statuses[code]
    this.reasons = reasons
    this.retryAfter = retryAfter ?? (code === 'unavailable' ? 10 : undefined)
  }
}
