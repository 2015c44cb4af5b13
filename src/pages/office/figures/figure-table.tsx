import type { Question } from '../../../survey/questionnaire.ts'
import { intervalOf } from '../../../survey/statistics/measure.ts'
import { type Interval } from '../../../survey/statistics/sample.ts'
import { shareInterval } from '../../../survey/statistics/share.ts'
import type { Row, Table } from '../../../survey/table.ts'
import type { Findings } from './findings.ts'
import { meanOf } from './message.ts'
import { toneOf } from '../names.ts'
import { OptionLabel } from './option.tsx'
import type { Reader } from '../reader.ts'
import { Scroll } from '../scroll.tsx'
import { weightedCaption } from './worth.tsx'

interface Props {
  reader: Reader
  question: Question
  findings: Findings
  /** not weighted: what was counted */
  all: Table
  number: number
}

/** The numbers of a figure, in the questionnaire's order; what the bars are drawn from. */
export function FigureTable({ reader, question, findings, all, number }: Props) {
  const { words, numbers } = reader
  const kind = question.kind
  const counted = words(`table.caption.${kind}`, { n: numbers.count(all.n) })
  const caption = findings.weighted ? weightedCaption(reader, counted, 'whole') : counted
  return (
    <Scroll label={words('figure.region', { number })}>
      <table data-last={kind === 'ranking' ? question.options.length : undefined}>
        <caption>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words(`table.part.${kind}`)}</th>
            {kind === 'ranking' && <th scope="col">{words('table.meanRank')}</th>}
            <th scope="col">{words(kind === 'ranking' ? 'table.first' : 'table.count')}</th>
            <th scope="col">{words(kind === 'ranking' ? 'table.firstShare' : 'table.share')}</th>
            <th scope="col">{words(`figures:table.interval.${kind}`)}</th>
          </tr>
        </thead>
        <tbody>
          {all.options.map((row) => (
            <OptionRow key={row.id} {...{ reader, question, findings, all, row }} />
          ))}
        </tbody>
        {kind === 'scale' && <ScaleFoot {...{ reader, findings, all }} />}
      </table>
    </Scroll>
  )
}

interface RowProps extends Omit<Props, 'number'> {
  row: Row
}

function OptionRow({ reader, question, findings, all, row }: RowProps) {
  const { numbers } = reader
  const { table } = findings
  const tone = toneOf(question, row.id)
  const ranked = question.kind === 'ranking'
  const shown = table.options.find(({ id }) => id === row.id) ?? row
  const count = (ranked ? row.first : row.count) ?? 0
  const worth = (ranked ? shown.first : shown.count) ?? 0
  const mean = numbers.mean(shown.meanRank ?? 0)
  const share = numbers.share(worth, table.n)
  return (
    <tr
      data-value={ranked ? shown.meanRank : worth / table.n}
      data-label={ranked ? mean : table === all ? `${share} (${numbers.count(count)})` : share}
      data-tone={tone}
    >
      <th scope="row">
        <OptionLabel {...{ reader, question }} id={row.id} />
      </th>
      {ranked && <td>{mean}</td>}
      <td>{numbers.count(count)}</td>
      <td>{share}</td>
      <td>{betweenIn(reader, question, findings, shown)}</td>
    </tr>
  )
}

/** From where to where, or a dash where nothing can be said. */
export function betweenIn(
  reader: Reader,
  question: Question,
  findings: Findings,
  row: Row,
): string {
  const { numbers } = reader
  const { table, measures, population, weighted } = findings
  if (question.kind === 'ranking') {
    const measure = measures.find(({ id }) => id === row.id)
    return between(reader, measure && intervalOf(measure), numbers.mean)
  }
  const n = table.n / (weighted?.weights.effect ?? 1)
  const interval = shareInterval(row.count / table.n, n, population)
  return between(reader, interval, (share) => numbers.share(share, 1))
}

export const between = (
  { words }: Reader,
  interval: Interval | undefined,
  write: (value: number) => string,
) =>
  interval
    ? words('figures:table.between', { low: write(interval.low), high: write(interval.high) })
    : '–'

type FootProps = Pick<Props, 'reader' | 'findings' | 'all'>

/** What does not belong among the steps: the mean, and who did not know. */
function ScaleFoot({ reader, findings, all }: FootProps) {
  const { words, numbers } = reader
  const measure = findings.measures[0]
  return (
    <tfoot>
      <tr>
        <th scope="row">{words('table.mean')}</th>
        <td colSpan={2}>{numbers.mean(meanOf(findings.table))}</td>
        <td>{between(reader, measure && intervalOf(measure), numbers.mean)}</td>
      </tr>
      {all.dontKnow !== undefined && (
        <tr>
          <th scope="row">{words('citizen:option.dontKnow')}</th>
          <td>{numbers.count(all.dontKnow)}</td>
          <td colSpan={2}>{words('table.outside')}</td>
        </tr>
      )}
    </tfoot>
  )
}
