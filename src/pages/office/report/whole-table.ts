import { intervalOf } from '../../../survey/statistics/measure.ts'
import type { Row, TableBlock } from '../../../survey/report.ts'
import type { Table } from '../../../survey/table.ts'
import { between, betweenIn } from '../figures/figure-table.tsx'
import type { Findings } from '../figures/findings.ts'
import { meanOf } from '../figures/message.ts'
import { optionName } from '../names.ts'
import { weightedCaption } from '../figures/worth.tsx'
import type { QuestionSource } from './question.ts'

/** Everyone's answers, in the questionnaire's order, with how many they are of and how sure. */
export function wholeTable(
  { reader, question }: QuestionSource,
  findings: Findings,
  all: Table,
): TableBlock {
  const { words, numbers, lang } = reader
  const { table, measures } = findings
  const ranked = question.kind === 'ranking'
  const heads = [
    `table.part.${question.kind}`,
    ...(ranked ? ['table.meanRank', 'table.first', 'table.firstShare'] : []),
    ...(ranked ? [] : ['table.count', 'table.share']),
    `figures:table.interval.${question.kind}`,
  ]
  const caption = words(`table.caption.${question.kind}`, { n: numbers.count(all.n) })
  const rows = all.options.map((row): Row => {
    const shown = table.options.find(({ id }) => id === row.id) ?? row
    const worth = (ranked ? shown.first : shown.count) ?? 0
    const cells = [
      ...(ranked ? [numbers.mean(shown.meanRank ?? 0)] : []),
      numbers.count((ranked ? row.first : row.count) ?? 0),
      numbers.share(worth, table.n),
      betweenIn(reader, question, findings, shown),
    ]
    const head = { words: optionName(reader, question, row.id), lang }
    return { head, cells: cells.map((words) => ({ words })) }
  })
  const mean = measures[0] && intervalOf(measures[0])
  const foot: Row[] =
    question.kind === 'scale'
      ? [
          {
            head: { words: words('table.mean') },
            cells: ['', numbers.mean(meanOf(table)), between(reader, mean, numbers.mean)].map(
              (words) => ({ words }),
            ),
          },
          ...unsure(words('citizen:option.dontKnow'), all, words('table.outside'), numbers.count),
        ]
      : []
  return {
    type: 'table',
    caption: findings.weighted ? weightedCaption(reader, caption, 'whole') : caption,
    columns: heads.map((head) => ({ words: words(head) })),
    rows: [...rows, ...foot],
  }
}

/** Apart from the steps, since it is in no denominator. */
const unsure = (
  name: string,
  { dontKnow }: Table,
  outside: string,
  count: (n: number) => string,
): Row[] =>
  dontKnow === undefined
    ? []
    : [{ head: { words: name }, cells: [count(dontKnow), '', outside].map((words) => ({ words })) }]
