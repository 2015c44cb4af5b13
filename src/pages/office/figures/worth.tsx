import type { Question } from '../../../survey/questionnaire.ts'
import { rivalOf } from '../../../survey/statistics/lead.ts'
import { intervalOf, MEAN } from '../../../survey/statistics/measure.ts'
import type { DashboardView } from '../dashboard/dashboard.tsx'
import type { Findings } from './findings.ts'
import { middleSureness } from './middle-words.ts'
import { optionName } from '../names.ts'
import type { Reader } from '../reader.ts'

interface Props {
  reader: Reader
  view: DashboardView
  question: Question
  findings: Findings
}

/** How sure the headline number is, and how it is weighted. */
export function Worth(props: Props) {
  const said = worthOf(props)
  if (said.length === 0) return null
  return (
    <p class="worth">
      {said.map((sentence) => (
        <span key={sentence}>{sentence} </span>
      ))}
    </p>
  )
}

export function worthOf(props: Props): string[] {
  const { findings, question } = props
  if (question.kind === 'text' || findings.table.withheld || findings.table.n === 0) return []
  return [sureness(props), closeness(props), weighting(props)].filter(
    (sentence) => sentence !== undefined,
  )
}

/** A table's caption, with which of its numbers are weighted. */
export const weightedCaption = ({ words }: Reader, caption: string, part: 'whole' | 'parts') =>
  `${caption.replace(/\.$/, '')}. ${words(`figures:weights.${part}`)}`

/** Tables by group are never weighted: said where someone asked for weights. */
export const groupsCaption = (
  reader: Reader,
  { chosen, limited }: DashboardView,
  caption: string,
) => (chosen?.weighted && !limited ? weightedCaption(reader, caption, 'parts') : caption)

/** Of the option that is chosen most or ranked highest, of the mean or of the middle. */
function sureness({ reader, question, findings }: Props): string | undefined {
  const { words, numbers } = reader
  const { measures } = findings
  if (question.kind === 'number') return middleSureness(reader, question, findings)
  const top = measures.toSorted((a, b) => size(b) - size(a))[0]
  const interval = top && intervalOf(top)
  if (!top || !interval) return undefined
  const option = words('quote', { text: optionName(reader, question, top.id) })
  if ('share' in top) {
    const [low, high] = [interval.low, interval.high].map((share) => Math.round(100 * share))
    return words('figures:sure.share', { option, low: low!, high: high! })
  }
  const { low, high } = interval
  const digits = numbers.mean(low, 1) === numbers.mean(high, 1) ? 2 : 1
  const between = { low: numbers.mean(low, digits), high: numbers.mean(high, digits) }
  if (top.id === MEAN && question.kind === 'scale') return words('figures:sure.mean', between)
  return words('figures:sure.place', { ...between, option })
}

/** Which option may as well be the first. */
function closeness({ reader, question, findings }: Props): string | undefined {
  const rival = rivalOf(question, findings.measures)
  if (rival === undefined) return undefined
  const option = reader.words('quote', { text: optionName(reader, question, rival) })
  return reader.words('figures:sure.close', { option })
}

const size = (measure: Findings['measures'][0]) =>
  'share' in measure ? measure.share.count : -measure.mean.mean

/** Both numbers of answers, always: how many there are, and how many they are worth. */
function weighting({ reader, view, findings }: Props): string | undefined {
  const { words, numbers } = reader
  if (!view.chosen?.weighted) return undefined
  const { weighted, table } = findings
  if (!weighted) {
    const reason = view.limited ? 'limited' : 'impossible'
    return words(`figures:weights.${reason}`, { n: numbers.count(table.n) })
  }
  const { n, effective, effect } = weighted.weights
  const values = {
    n: numbers.count(n),
    effective: numbers.count(Math.round(effective)),
    effect: numbers.mean(effect, 2),
  }
  const said = words('figures:weights.on', values)
  if (weighted.outside === 0) return said
  const count = weighted.outside
  return `${said} ${words('figures:weights.outside', { count, number: numbers.count(count) })}`
}
