import type { Question } from '../../survey/questionnaire.ts'
import type { Row, Table } from '../../survey/table.ts'
import { meanOf } from './message.ts'
import { toneOf } from './names.ts'
import { OptionLabel } from './option.tsx'
import type { Reader } from './reader.ts'
import { Scroll } from './scroll.tsx'

interface Props {
  reader: Reader
  question: Question
  table: Table
  number: number
}

/** The numbers of a figure, in the questionnaire's order; what the bars are drawn from. */
export function FigureTable({ reader, question, table, number }: Props) {
  const { words, numbers } = reader
  const kind = question.kind
  const caption = words(`table.caption.${kind}`, { n: numbers.count(table.n) })
  return (
    <Scroll label={words('figure.region', { number })}>
      <table data-last={kind === 'ranking' ? question.options.length : undefined}>
        <caption>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words(kind === 'scale' ? 'table.step' : 'table.option')}</th>
            {kind === 'ranking' && <th scope="col">{words('table.meanRank')}</th>}
            <th scope="col">{words(kind === 'ranking' ? 'table.first' : 'table.count')}</th>
            <th scope="col">{words(kind === 'ranking' ? 'table.firstShare' : 'table.share')}</th>
          </tr>
        </thead>
        <tbody>
          {table.options.map((row) => (
            <OptionRow key={row.id} {...{ reader, question, table, row }} />
          ))}
        </tbody>
        {kind === 'scale' && <ScaleFoot {...{ reader, table }} />}
      </table>
    </Scroll>
  )
}

interface RowProps extends Omit<Props, 'number'> {
  row: Row
}

function OptionRow({ reader, question, table, row }: RowProps) {
  const { numbers } = reader
  const tone = toneOf(question, row.id)
  const ranked = question.kind === 'ranking'
  const count = ranked ? (row.first ?? 0) : row.count
  const mean = numbers.mean(row.meanRank ?? 0)
  const share = numbers.share(count, table.n)
  return (
    <tr
      data-value={ranked ? row.meanRank : count / table.n}
      data-label={ranked ? mean : `${share} (${numbers.count(count)})`}
      data-tone={tone}
    >
      <th scope="row">
        <OptionLabel {...{ reader, question }} id={row.id} />
      </th>
      {ranked && <td>{mean}</td>}
      <td>{numbers.count(count)}</td>
      <td>{share}</td>
    </tr>
  )
}

/** What does not belong among the steps: the mean, and who did not know. */
function ScaleFoot({ reader: { words, numbers }, table }: Pick<Props, 'reader' | 'table'>) {
  return (
    <tfoot>
      <tr>
        <th scope="row">{words('table.mean')}</th>
        <td colSpan={2}>{numbers.mean(meanOf(table))}</td>
      </tr>
      {table.dontKnow !== undefined && (
        <tr>
          <th scope="row">{words('citizen:option.dontKnow')}</th>
          <td>{numbers.count(table.dontKnow)}</td>
          <td>{words('table.outside')}</td>
        </tr>
      )}
    </tfoot>
  )
}
