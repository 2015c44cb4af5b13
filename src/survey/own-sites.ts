import type { DividedDays, Participation } from './participation.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { Group, Release } from './release.ts'
import { emptied, type Table } from './table.ts'

interface Numbers {
  questionnaire: Questionnaire
  participation: Participation
  release: Release
  /** texts that may be read, each of a group of sites */
  texts: { group: string }[]
  /** participation by day and site, where it is so divided */
  divided?: { over: string; byDay: DividedDays } | undefined
}

/** Numbers for someone who has to do with these sites only: theirs, and the whole. */
export function atOwnSites<N extends Numbers>(numbers: N, sites: string[]): N {
  if (sites.length === 0) return numbers
  const { questionnaire, participation, release, texts, divided } = numbers
  const own = (site: string) => sites.includes(site)
  return {
    ...numbers,
    questionnaire: { ...questionnaire, sites: questionnaire.sites.filter(({ id }) => own(id)) },
    participation: participationAt(participation, sites),
    release: {
      ...release,
      groups: release.groups
        .filter((group) => group.by === 'all' || isOwn(group, own))
        .map((group) => (group.by === 'all' ? blended(group, release, own) : group)),
      pooled: {},
    },
    texts: textsAt(texts, sites),
    ...(divided?.over === 'site' && {
      divided: { ...divided, byDay: daysAt(divided.byDay, own) },
    }),
  }
}

const daysAt = (byDay: DividedDays, own: (site: string) => boolean): DividedDays =>
  Object.fromEntries(
    Object.entries(byDay).map(([day, counts]) => [
      day,
      Object.fromEntries(Object.entries(counts).filter(([site]) => own(site))),
    ]),
  )

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

/** The whole may be shown beside one's own sites where so many other sites are in it. */
const BLENDED = 2
export const isBlended = (otherSites: string[]) => otherSites.length >= BLENDED

/**
 * The whole without the tables from which subtracting one's own would leave a single other site's
 * numbers: they are for those who have to do with it.
 */
function blended(all: Group, { groups }: Release, own: (site: string) => boolean): Group {
  const bySite = groups.filter(({ by }) => by === 'site')
  if (bySite.length === 0) return all
  const othersIn = (question: string) =>
    bySite
      .filter((group) => answersIn(group, question) > 0)
      .flatMap(membersOf)
      .filter((site) => !own(site))
  const tables = all.questions.map((table): Table => {
    const told = isBlended(othersIn(table.id)) || answersIn(all, table.id) === 0
    return told ? table : { ...emptied(table), withheld: true, apart: true }
  })
  return { ...all, questions: tables }
}

function answersIn({ questions }: Group, question: string): number {
  const table = questions.find(({ id }) => id === question)
  return table ? table.n + (table.dontKnow ?? 0) : 0
}

/** Breakdowns are of everyone: beside them, one's own would tell of the others. */
const isOwn = (group: Group, own: (site: string) => boolean) =>
  group.by === 'site' && membersOf(group).every(own)

const membersOf = ({ id, sites }: Group) => sites ?? [id]
