import type { Division } from '../../../survey/participation.ts'

/** What a reader chose to look at; a link carries it. */
export interface Chosen {
  /** groups to compare; none means all */
  sites: string[]
  question?: string | undefined
  /** each site counts by its listed */
  weighted: boolean
  over?: Division | undefined
  /** something was asked for that is not here */
  unknown: boolean
}

export const everything: Chosen = { sites: [], weighted: false, unknown: false }

/** The view as the address of a page has it. */
export const queryOf = ({ sites, question, weighted, over }: Chosen) => ({
  site: sites,
  question,
  weighted: weighted ? 'yes' : undefined,
  over,
})
