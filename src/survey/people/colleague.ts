import type { Access } from '../rights.ts'

/** Someone of the office as colleagues see them: in it, kept out for a while, or asked in. */
export interface Colleague extends Access {
  id: string
  name: string
  email: string
  state: 'active' | 'suspended' | 'invited'
  /** the last day on which they were here (UTC) */
  seenOn?: string
  /** until when the invitation holds (milliseconds) */
  until?: number
}

/** A signed-in browser, of which nothing is known but when. */
export interface OpenSession {
  id: string
  startedAt: number
  seenAt: number
  /** the one that asks */
  here: boolean
}
