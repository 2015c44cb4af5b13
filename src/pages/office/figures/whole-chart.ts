import type { Question } from '../../../survey/questionnaire.ts'
import { intervalOf } from '../../../survey/statistics/measure.ts'
import { shareInterval } from '../../../survey/statistics/share.ts'
import type { Row } from '../../../survey/table.ts'
import type { Chart, Strip } from './chart.ts'
import type { Findings } from './findings.ts'
import { messageOf } from './message.ts'
import { optionName, toneOf } from '../names.ts'
import type { Reader } from '../reader.ts'

/** Everyone's answers as one figure: options by size, steps and bins in their order, ranks by mean place. */
export function wholeChart(
  reader: Reader,
  question: Question,
  findings: Findings,
  basis: string[],
): Chart {
  const strips = findings.table.options.map((row) => stripOf(reader, question, findings, row))
  const size = ({ pieces: [piece] }: Strip) => (piece ? piece.to - piece.from : 0)
  const ordered = question.kind === 'scale' || question.kind === 'number'
  const sorted = ordered ? strips : strips.toSorted((a, b) => size(b) - size(a))
  return {
    message: messageOf(reader, question, findings.table, true),
    question: reader.text(question.text),
    lang: reader.lang,
    basis,
    panels: [{ id: 'all', strips: sorted }],
    legend: [],
  }
}

/** One option or step, as it stands for everyone or for a site. */
export function stripOf(
  reader: Reader,
  question: Question,
  { table, measures, weighted, population }: StripSource,
  row: Row,
): Strip {
  const tone = toneOf(question, row.id)
  const common = { id: row.id, label: optionName(reader, question, row.id), lang: reader.lang }
  const measure = measures.find(({ id }) => id === row.id)
  if (question.kind === 'ranking') {
    const last = question.options.length
    const at = (place: number) => (last - place) / (last - 1)
    const mean = row.meanRank ?? last
    const interval = measure && intervalOf(measure)
    return {
      ...common,
      pieces: [{ from: 0, to: at(mean), tone: `${tone}` as Strip['pieces'][0]['tone'] }],
      interval: interval && {
        low: Math.max(0, at(interval.high)),
        high: Math.min(1, at(interval.low)),
      },
      value: reader.numbers.mean(mean),
    }
  }
  const share = row.count / table.n
  const effect = weighted?.weights.effect ?? 1
  return {
    ...common,
    pieces: [{ from: 0, to: share, tone: `${tone}` as Strip['pieces'][0]['tone'] }],
    interval: shareInterval(share, table.n / effect, population),
    value: reader.numbers.share(row.count, table.n),
  }
}

type StripSource = Pick<Findings, 'table' | 'measures'> &
  Partial<Pick<Findings, 'weighted' | 'population'>>
