import type { Question } from '../../../survey/questionnaire.ts'
import { compareSites, type Judged, populationsOf } from '../../../survey/statistics/comparison.ts'
import { type Measure, measuresOf } from '../../../survey/statistics/measure.ts'
import { type Weighted, weightedTable } from '../../../survey/statistics/weighted-table.ts'
import type { Table } from '../../../survey/table.ts'
import type { DashboardView } from '../dashboard/dashboard.tsx'

/** What the released tables of one question say, for everyone and by site. */
export interface Findings {
  /** of everyone; weighted where that was chosen and can be */
  table: Table
  measures: Measure[]
  population: number | undefined
  weighted?: Weighted | undefined
  sites: SiteFindings[]
  judged: Judged[]
}

export interface SiteFindings {
  id: string
  table: Table
  measures: Measure[]
}

export function findingsOf(view: DashboardView, question: Question): Findings | undefined {
  const { questionnaire, release, chosen, limited } = view
  const populations = populationsOf(questionnaire, release, !limited, view.everywhere?.listed)
  const tables = release.groups.flatMap(({ by, id, questions }) => {
    const table = questions.find((table) => table.id === question.id)
    return table ? [{ by, id, table }] : []
  })
  const all = tables.find(({ by }) => by === 'all')
  if (!all) return undefined
  const weigh = chosen?.weighted && !limited && !all.table.withheld
  const weighted = weigh ? weightedTable(question.id, release, populations) : undefined
  const table = weighted?.table ?? all.table
  const population = populations('all')
  return {
    table,
    measures: measuresOf(question, table, { population, effect: weighted?.weights.effect }),
    population,
    weighted,
    sites: tables
      .filter(({ by, id }) => by === 'site' && isChosen(view, id))
      .map(({ id, table }) => ({
        id,
        table,
        measures: measuresOf(question, table, { population: populations(id) }),
      })),
    judged: compareSites(question, release, populations),
  }
}

const isChosen = ({ chosen }: DashboardView, group: string) =>
  !chosen || chosen.sites.length === 0 || chosen.sites.includes(group)
