import type { Participation } from './participation.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { Group, Release } from './release.ts'

interface Numbers {
  questionnaire: Questionnaire
  participation: Participation
  release: Release
  /** texts that may be read, each of a group of sites */
  texts: { group: string }[]
}

/** Numbers for someone who has to do with these sites only: theirs, and the whole. */
export function atOwnSites<N extends Numbers>(numbers: N, sites: string[]): N {
  if (sites.length === 0) return numbers
  const { questionnaire, participation, release, texts } = numbers
  const own = (site: string) => sites.includes(site)
  return {
    ...numbers,
    questionnaire: { ...questionnaire, sites: questionnaire.sites.filter(({ id }) => own(id)) },
    participation: participationAt(participation, sites),
    release: {
      ...release,
      groups: release.groups.filter((group) => group.by === 'all' || membersOf(group).every(own)),
      pooled: {},
    },
    texts: textsAt(texts, sites),
  }
}

/** Texts of groups that are these sites' own; all for someone who is not limited. */
export const textsAt = <T extends { group: string }>(texts: T[], sites: string[]): T[] =>
  sites.length === 0 ? texts : texts.filter(({ group }) => sites.includes(group))

/** How many have answered at these sites, and in all. */
export const participationAt = (participation: Participation, sites: string[]): Participation =>
  sites.length === 0
    ? participation
    : {
        ...participation,
        bySite: Object.fromEntries(
          Object.entries(participation.bySite).filter(([site]) => sites.includes(site)),
        ),
      }

const membersOf = ({ id, sites }: Group) => sites ?? [id]
