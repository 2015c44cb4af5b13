import { ruleOf } from '../../../survey/kinds/kinds.ts'
import type { Block, Cell, TableBlock } from '../../../survey/report.ts'
import type { Kind, Questionnaire } from '../../../survey/questionnaire.ts'
import type { Group } from '../../../survey/release.ts'
import { populationsOf } from '../../../survey/statistics/comparison.ts'
import { intervalOf, type Measure, measuresOf } from '../../../survey/statistics/measure.ts'
import { shareInterval } from '../../../survey/statistics/share.ts'
import type { Table } from '../../../survey/table.ts'
import { meanOf } from '../figures/message.ts'
import { divisionName, groupName, isOwnName, mergedIn, namedBy } from '../dashboard/group-names.ts'
import { optionName } from '../names.ts'
import type { Reader } from '../reader.ts'
import { whyUnshown } from '../figures/unshown.ts'
import { groupsCaption } from '../figures/worth.tsx'
import type { QuestionSource } from './question.ts'
import { heading, paragraph, paragraphs } from './said.ts'

/** So many columns are still read beside each other; more go into a table of their own. */
const COLUMNS: Record<Kind, number> = {
  choice: 5,
  choices: 5,
  scale: 8,
  number: 5,
  ranking: 5,
  text: 1,
}
/** Longer options are numbered in the heads of columns. */
const HEAD = 36

interface Line {
  name: string
  lang: string | undefined
  table: Table
  population: number | undefined
}

/** The question's numbers by everything that the release divides them by. */
export function* breakdowns(source: QuestionSource): Iterable<Block> {
  const { reader, view, question } = source
  const { words } = reader
  const { groups } = view.release
  const kinds = [...new Set(groups.map(({ by }) => by))].filter((by) => by !== 'all')
  const populations = populationsOf(
    view.questionnaire,
    view.release,
    !view.limited,
    view.everywhere?.listed,
  )
  for (const by of kinds) {
    const lines = groups.flatMap((group) => {
      const table = group.questions.find(({ id }) => id === question.id)
      if (!table || (group.by !== by && group.by !== 'all')) return []
      const name = groupName(reader, view.questionnaire, group.by, group.id)
      const lang = isOwnName(view.questionnaire, group) ? reader.lang : undefined
      const isListed = group.by === 'site' || group.by === 'all'
      const population = isListed ? populations(group.id) : undefined
      return [{ name, lang, table, population }]
    })
    const own = groups.filter((group) => group.by === by)
    // Groups are made from this question itself: there is nothing beside everyone.
    if (lines.length < 2 && by !== 'site') continue
    if (lines.every(({ table }) => table.withheld || table.n === 0)) continue
    yield heading(3, titleOf(reader, view.questionnaire, by))
    const columns = columnsOf(source)
    if (columns.some(({ numbered }) => numbered)) yield paragraph(words('report:numbered'), 'quiet')
    for (let from = 0; from < columns.length || from === 0; from += COLUMNS[question.kind]) {
      yield tableOf(source, by, lines, columns.slice(from, from + COLUMNS[question.kind]))
    }
    yield* paragraphs(mergedIn(reader, view.questionnaire, own), 'quiet')
  }
}

function titleOf(reader: Reader, questionnaire: Questionnaire, by: Group['by']): string {
  if (by === 'site' || by === 'all') return reader.words('bySite.title')
  const { key, values } = namedBy(reader, questionnaire, by)
  return reader.words(`breakdowns:by.${key}`, values)
}

interface ColumnOf {
  head: string
  numbered: boolean
  cell(line: Line, measures: Measure[]): Cell
}

function tableOf(
  source: QuestionSource,
  by: Group['by'],
  lines: Line[],
  columns: ColumnOf[],
): TableBlock {
  const { reader, view, question } = source
  const { words, numbers } = reader
  return {
    type: 'table',
    caption: groupsCaption(reader, view, words(`report:groups.caption.${question.kind}`)),
    columns: [
      { words: divisionName(reader, view.questionnaire, by) },
      { words: words(`report:groups.n.${question.kind}`) },
      ...columns.map(({ head }) => ({ words: head, lang: reader.lang })),
    ],
    rows: lines.map((line) => {
      const { name, lang, table, population } = line
      const head = { words: name, lang }
      const unshown = whyUnshown(reader, table, view.release.final)
      if (unshown) return { head, cells: [{ words: unshown }] }
      const measures = measuresOf(question, table, { population })
      const cells = columns.map(({ cell }) => cell(line, measures))
      return { head, cells: [{ words: numbers.count(table.n) }, ...cells] }
    }),
  }
}

function columnsOf({ reader, question }: QuestionSource): ColumnOf[] {
  const { words, numbers } = reader
  if (question.kind === 'text') return []
  const ids = ruleOf(question).options(question)
  const long =
    question.kind !== 'scale' && ids.some((id) => optionName(reader, question, id).length > HEAD)
  const options = ids.map((id, index): ColumnOf => ({
    head: long
      ? words('report:option', { number: index + 1 })
      : question.kind === 'scale'
        ? id
        : optionName(reader, question, id),
    numbered: long,
    cell: ({ table, population }, measures) => {
      const row = table.options.find((row) => row.id === id)!
      if (question.kind === 'ranking') {
        const measure = measures.find((one) => one.id === id)
        const words = `${numbers.mean(row.meanRank ?? 0)} (${numbers.share(row.first ?? 0, table.n)})`
        return { words, ...below(reader, measure && intervalOf(measure), numbers.mean) }
      }
      const share = numbers.share(row.count, table.n)
      if (question.kind === 'scale') return { words: share, below: `(${numbers.count(row.count)})` }
      const interval = shareInterval(row.count / table.n, table.n, population)
      const cell = { words: `${share} (${numbers.count(row.count)})` }
      return {
        ...cell,
        ...below(reader, interval, (share) => numbers.mean(100 * share, 1), '\u00a0%'),
      }
    },
  }))
  if (question.kind !== 'scale') return options
  const mean: ColumnOf = {
    head: words('table.mean'),
    numbered: false,
    cell: ({ table }, [measure]) => ({
      words: numbers.mean(meanOf(table)),
      ...below(reader, measure && intervalOf(measure), numbers.mean),
    }),
  }
  const unsure: ColumnOf = {
    head: words('citizen:option.dontKnow'),
    numbered: false,
    cell: ({ table }) => ({ words: numbers.count(table.dontKnow ?? 0) }),
  }
  return [mean, ...options, ...(question.dontKnow ? [unsure] : [])]
}

/** From where to where, as short as it gets. */
const below = (
  { words }: Reader,
  interval: { low: number; high: number } | undefined,
  write: (value: number) => string,
  unit = '',
) =>
  interval && {
    below: words('report:groups.range', {
      low: write(interval.low),
      high: write(interval.high) + unit,
    }),
  }
