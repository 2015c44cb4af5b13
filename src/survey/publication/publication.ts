import type { Text } from '../questionnaire.ts'
import type { Theme } from '../text/theme.ts'
import type { ThemeGroup } from '../text/theme-counts.ts'

export const licences = ['CC-BY-4.0', 'CC0-1.0'] as const
export type Licence = (typeof licences)[number]

/** Where a licence is read. */
export const licenceAddresses: Record<Licence, string> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
}

/** A question that the public sees: of everyone, and by site where that was picked too. */
export interface PickedQuestion {
  id: string
  sites: boolean
}

/** What comments of a field were about when they were picked; sorting them goes on without it. */
export interface PickedThemes {
  field: string
  themes: Theme[]
  all: ThemeGroup
  /** only so many of the comments as the text room holds */
  sample: boolean
}

/** What the office picks for the public, and says of it. */
export interface Edition {
  questions: PickedQuestion[]
  /** ids of released comments; their words stay where moderation reaches them */
  quotes: string[]
  themes?: PickedThemes[]
  /** in every language of the survey */
  summary: Text
  licence: Licence
}

/** One publishing, amending or withdrawing. Numbers count from 1. */
export interface Step {
  number: number
  what: 'publish' | 'withdraw'
  /** not of a withdrawing */
  edition: Edition | null
  /** what was changed, or why results were withdrawn; {} of the first */
  note: Text
  by: string
  /** ISO instant */
  at: string
}

/** How results stand. */
export type Standing =
  | { state: 'none' }
  | { state: 'published'; edition: Edition; first: Step; last: Step; amendments: Step[] }
  | { state: 'withdrawn'; last: Step }

/** What became of the steps taken so far, oldest first. */
export function standingOf(steps: Step[]): Standing {
  const last = steps.at(-1)
  if (!last) return { state: 'none' }
  if (!last.edition) return { state: 'withdrawn', last }
  const since = steps.slice(steps.findLastIndex(({ what }) => what === 'withdraw') + 1)
  const [first, ...amendments] = since as [Step, ...Step[]]
  return { state: 'published', edition: last.edition, first, last, amendments }
}

export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
