/** Who did what to which object, and when. */
export interface AuditLine {
  number: number
  /** ISO instant */
  at: string
  /** a person's id, or `svar` for the command line */
  by: string
  what: string
  /** a person's or survey's id, or the name of something that has no page of its own */
  object: string
}

/** Which lines are asked for; what is absent does not limit. */
export interface AuditFilter {
  by?: string
  what?: string
  /** ISO instants */
  from?: string
  until?: string
}
