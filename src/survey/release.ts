import type { Breakdown } from './breakdown.ts'
import { partition, type Part, tooFew } from './groups.ts'
import { ALL } from './kinds/rule.ts'
import type { Questionnaire } from './questionnaire.ts'
import { textFields } from './receive.ts'
import { type Cell, type Strand, total } from './strand.ts'
import { type Cells, type Table, tableOf, withheldTable } from './table.ts'
import { settled } from './withdrawal.ts'

/** Everything counted of a survey: strands by site, then by question. Never leaves the store. */
export type Tallies = Map<string, Map<string, Strand>>

export interface Group {
  by: 'all' | 'site' | Breakdown
  /**
   * 'all', a site's id, 'none' (no site given) or 'others' (sites merged, see `sites`); of a
   * breakdown a channel, a language, an option, 'none' (not answered) or 'others' (see `merged`)
   */
  id: string
  /** responses that the group's numbers are made from */
  released: number
  questions: Table[]
  sites?: string[]
  /** the groups of a breakdown that are merged into this one */
  merged?: string[]
}

/** Why the final release waited for no tablet any more. */
export type Came = 'emptied' | 'grace'

/** A final release as it is stored: it never changes. */
export interface Standing {
  /** of the survey, from 1 */
  number: number
  /** SHA-256 of survey, number, time and all tables; absent in one from before there were hashes */
  hash?: string
  /** ISO instant */
  at: string
  /** absent where there was no tablet to wait for */
  came?: Came
}

/** The numbers that any reader may see. */
export interface Release {
  /** the final release after closing; before it numbers come in steps */
  final: boolean
  released: number
  smallestGroup: number
  groups: Group[]
  /** per text field, the sites whose texts are shown under "others"; final only */
  pooled: Record<string, string[]>
  /** text fields with too few texts to be shown at all; final only */
  unshown: string[]
  /** final only */
  standing?: Standing
}

/** The site of responses that named none, as readers see it. */
export const NO_SITE = 'none'
export const OTHERS = 'others'
const siteGroup = (site: string) => site || NO_SITE

/**
 * While a survey is open: per site and question the closed batches except the newest; the whole
 * is the sum of the sites shown, so it tells nothing more.
 */
export function stepRelease(questionnaire: Questionnaire, tallies: Tallies): Release {
  const shown = (members: string[], question: string) =>
    cellsOf(tallies, members, question, (cell) => cell.shown)
  const sites = sitesOf(questionnaire, tallies)
  const group = (by: Group['by'], id: string, members: string[]): Group => ({
    by,
    id,
    released: shown(members, ALL).get(ALL) ?? 0,
    questions: questionnaire.questions.map((question) =>
      tableOf(question, shown(members, question.id)),
    ),
  })
  const all = group('all', 'all', sites)
  const bySite = questionnaire.sites.length === 0 ? [] : sites
  return {
    final: false,
    released: all.released,
    smallestGroup: questionnaire.smallestGroup,
    groups: [all, ...bySite.map((site) => group('site', siteGroup(site), [site]))],
    pooled: {},
    unshown: [],
  }
}

/** After closing, once: everyone, by site where groups are large enough, merged where not. */
export function finalRelease(questionnaire: Questionnaire, counted: Tallies): Release {
  const { smallestGroup, questions } = questionnaire
  const tallies = settled(counted, smallestGroup)
  const sites = sitesOf(questionnaire, tallies)
  const cells = (members: string[], field: string) => cellsOf(tallies, members, field, total)
  const sized = (part: { sites: string[] }, field: string): Part => {
    const counted = cells(part.sites, field)
    const shown = cellsOf(tallies, part.sites, field, (cell) => cell.shown).get(ALL) ?? 0
    const n = counted.get(ALL) ?? 0
    return { sites: part.sites, n, fresh: n - shown, any: counted.size > 0 }
  }
  const everyone = sized({ sites }, ALL)
  const tooSmall = (part: Part) => part.any && part.n < smallestGroup
  const parts = tooSmall(everyone)
    ? []
    : partition(
        new Map(sites.map((site) => [site, sized({ sites: [site] }, ALL).n])),
        smallestGroup,
      )
  const hidden = new Map(
    questions.map(({ id }) => {
      const ofQuestion = parts.map((part) => sized(part, id))
      const few = tooFew(ofQuestion, smallestGroup)
      return [id, new Set(few.map((part) => part.sites[0]))]
    }),
  )
  const silent = new Set(
    questions.filter(({ id }) => tooSmall(everyone) || tooSmall(sized({ sites }, id))),
  )
  const table = (question: Questionnaire['questions'][number], part: Part): Table =>
    silent.has(question) || (part !== everyone && hidden.get(question.id)?.has(part.sites[0]))
      ? withheldTable(question)
      : tableOf(question, cells(part.sites, question.id))
  const group = (by: Group['by'], id: string, part: Part): Group => ({
    by,
    id,
    released: tooSmall(part) ? 0 : part.n,
    questions: questions.map((question) => table(question, part)),
    ...(part.sites.length > 1 && by === 'site' && { sites: part.sites.map(siteGroup) }),
  })
  const bySite = questionnaire.sites.length === 0 ? [] : parts
  const fields = questions.flatMap(textFields)
  return {
    final: true,
    released: tooSmall(everyone) ? 0 : everyone.n,
    smallestGroup,
    groups: [
      group('all', 'all', everyone),
      ...bySite.map((part) =>
        group('site', part.sites.length > 1 ? OTHERS : siteGroup(part.sites[0]!), part),
      ),
    ],
    pooled: Object.fromEntries(
      fields.map((field) => [
        field,
        pooledSites(
          parts.map((part) => sized(part, field)),
          sites,
          smallestGroup,
        ),
      ]),
    ),
    unshown: fields.filter((field) => tooSmall(everyone) || tooSmall(sized({ sites }, field))),
  }
}

/** Sites whose texts stand under "others": merged ones, and those with too few texts. */
function pooledSites(parts: Part[], sites: string[], smallestGroup: number): string[] {
  if (parts.length === 0) return sites
  const few = tooFew(parts, smallestGroup)
  return parts
    .filter((part) => part.sites.length > 1 || few.includes(part))
    .flatMap((part) => part.sites)
}

/** The sites of the questionnaire, and '' where someone named none or there are none. */
function sitesOf(questionnaire: Questionnaire, tallies: Tallies): string[] {
  const known = questionnaire.sites.map((site) => site.id)
  return [...known, ...[...tallies.keys()].filter((site) => !known.includes(site)).toSorted()]
}

function cellsOf(
  tallies: Tallies,
  sites: string[],
  field: string,
  part: (cell: Cell) => number,
): Cells {
  const sums: Cells = new Map()
  for (const site of sites) {
    for (const [id, cell] of tallies.get(site)?.get(field)?.cells ?? []) {
      const count = part(cell)
      if (count > 0) sums.set(id, (sums.get(id) ?? 0) + count)
    }
  }
  return sums
}
