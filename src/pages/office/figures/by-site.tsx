import { ruleOf } from '../../../survey/kinds/kinds.ts'
import type { Question } from '../../../survey/questionnaire.ts'
import type { Table } from '../../../survey/table.ts'
import { type Line, type Place, SiteColumns, SiteRows } from './by-site-rows.tsx'
import type { DashboardView } from '../dashboard/dashboard.tsx'
import { meanOf } from './message.ts'
import { siteName } from '../names.ts'
import { OptionLabel } from './option.tsx'
import type { QuestionProps } from './question.tsx'
import type { Reader } from '../reader.ts'
import { Scroll } from '../scroll.tsx'
import { whyUnshown } from './unshown.ts'
import { groupsCaption } from './worth.tsx'

/** With more places than this, places are rows and options columns. */
export const MOST_COLUMNS = 5

/** The same numbers by site, with everyone beside them. */
export function BySite({ reader, view, question, number }: QuestionProps) {
  const { words } = reader
  const places = placesOf(reader, view, question)
  const all = places.find(({ id }) => id === 'all')
  if (!all || all.unshown || places.length === 1) return null
  const lines = linesOf(reader, question)
  const many = places.length > MOST_COLUMNS
  const Body = many ? SiteRows : SiteColumns
  const options = `table.part.${question.kind}`
  const corner = words(many ? 'participation.site' : options)
  return (
    <details class="by-site">
      <summary>{words('bySite.title')}</summary>
      <Scroll label={words('bySite.region', { number })}>
        <table>
          <caption>
            <span>{groupsCaption(reader, view, words(`bySite.caption.${question.kind}`))}</span>
          </caption>
          <Body places={places} lines={lines} corner={corner} />
        </table>
      </Scroll>
    </details>
  )
}

function placesOf(reader: Reader, view: DashboardView, question: Question): Place[] {
  const { groups, final } = view.release
  const chosen = view.chosen?.sites ?? []
  return groups.flatMap(({ by, id, questions }) => {
    if (by !== 'all' && by !== 'site') return []
    if (by === 'site' && chosen.length > 0 && !chosen.includes(id)) return []
    const table = questions.find((table) => table.id === question.id)
    if (!table) return []
    const unshown = whyUnshown(reader, table, final)
    const { sites } = view.questionnaire
    const lang = sites.some((site) => site.id === id) ? reader.lang : undefined
    return [{ id, name: siteName(reader, view.questionnaire, id), lang, table, unshown }]
  })
}

/** What stands beside each other for every place: options in the questionnaire's order, then n. */
export function linesOf(reader: Reader, question: Question): Line[] {
  const { words, numbers } = reader
  const options = ruleOf(question)
    .options(question)
    .map((id) => ({
      id,
      head: <OptionLabel {...{ reader, question, id }} />,
      cell: cellOf(reader, id),
    }))
  const n = line('n', words(`bySite.n.${question.kind}`), (table) => numbers.count(table.n))
  if (question.kind !== 'scale') return [...options, n]
  const mean = line('mean', words('table.mean'), (table) => numbers.mean(meanOf(table)))
  const unsure = line('unsure', words('citizen:option.dontKnow'), (table) =>
    numbers.count(table.dontKnow ?? 0),
  )
  return [mean, ...options, n, ...(question.dontKnow ? [unsure] : [])]
}

const line = (id: string, head: string, cell: Line['cell']): Line => ({ id, head, cell })

const cellOf =
  ({ words, numbers }: Reader, id: string) =>
  (table: Table): string => {
    const row = table.options.find((row) => row.id === id)
    if (!row) return ''
    if (table.kind !== 'ranking') {
      return `${numbers.share(row.count, table.n)} (${numbers.count(row.count)})`
    }
    const first = numbers.share(row.first ?? 0, table.n)
    return words('bySite.rank', { mean: numbers.mean(row.meanRank ?? 0), first })
  }
