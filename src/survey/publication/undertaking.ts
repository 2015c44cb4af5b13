import type { Text } from '../questionnaire.ts'

export const undertakingStates = ['decided', 'underway', 'done', 'declined'] as const
export type UndertakingState = (typeof undertakingStates)[number]

/** "You said, we did": one thing that people said, and what became of it. */
export interface Undertaking {
  said: Text
  /** what is done about it; where it was declined, why */
  did: Text
  /** what is to be reached, where that is said */
  goal: Text
  state: UndertakingState
  /** local date of the decision or of what was done */
  on: string
}

/** Its newest version. */
export interface UndertakingVersion {
  id: string
  version: number
  body: Undertaking
  by: string
  /** ISO instant */
  at: string
}

/** The newest version of each, newest decision first. */
export function newestOf(versions: UndertakingVersion[]): UndertakingVersion[] {
  const newest = new Map<string, UndertakingVersion>()
  for (const version of versions.toSorted((a, b) => a.version - b.version)) {
    newest.set(version.id, version)
  }
  return [...newest.values()].toSorted((a, b) =>
    a.body.on === b.body.on ? (a.id < b.id ? -1 : 1) : a.body.on < b.body.on ? 1 : -1,
  )
}
