import type { Participation } from '../../survey/participation.ts'
import type { Question, Questionnaire, Text } from '../../survey/questionnaire.ts'
import type { Group, Release } from '../../survey/release.ts'
import type { State } from '../../survey/state.ts'

/** Interface words in the reader's language, by a key of the locale files. */
export type Say = (key: string, values?: Record<string, string | number>) => string

/** What the survey calls things, in the reader's language where it has it. */
export interface Names {
  text(text: Text): string
  option(question: Question, id: string): string
  site(id: string): string
  sites(ids: string[]): string
  /** what groups are divided by, and one of them */
  division(by: Group['by']): string
  group(group: Pick<Group, 'by' | 'id'>): string
  /** what "others" of breakdowns are made of, as a sentence each */
  merged(groups: Group[]): string[]
  /** the breakdowns of which nothing can be shown, as a sentence each */
  notDivided(groups: Group[]): string[]
  language(id: string): string
  languages(ids: string[]): string
  date(date: string): string
  /** whom a follow-up was asked of */
  condition(question: Question): string | undefined
  /** words that a kind offers by itself, as they are asked in a language of the survey */
  fixed(id: 'other' | 'none' | 'dontKnow', language: string): string
}

/** What a reader takes along: nothing but what the dashboard shows the same reader. */
export interface Taken {
  organisation: string
  questionnaire: Questionnaire
  state: State
  participation: Participation
  /** local date on which responses and texts were deleted */
  deletedOn?: string | undefined
  /** with the groups and tables that were chosen */
  release: Release
  /** by site, also of those that were not chosen */
  siteGroups: Group[]
  /** the reader has to do with some sites only */
  limited: boolean
  /** a part was chosen, or all of it is here */
  chosen: boolean
  /** the dashboard is weighted, which this is not */
  weighted: boolean
  /** listed in a group, where that is known */
  listedIn(group: Group): number | undefined
  /** local date in the survey's zone */
  today: string
  say: Say
  names: Names
}
