import type { Question } from '../../../survey/questionnaire.ts'
import { OTHERS } from '../../../survey/release.ts'
import type { Table } from '../../../survey/table.ts'
import { atLeast, partingBin } from '../../office/figures/at-least.ts'
import { BySite } from '../../office/figures/by-site.tsx'
import { ChartView } from '../../office/figures/chart-view.tsx'
import { FigureTable } from '../../office/figures/figure-table.tsx'
import { figureNotes } from '../../office/figures/figure.tsx'
import { type Findings, findingsOf } from '../../office/figures/findings.ts'
import { leadersIn, messageOf } from '../../office/figures/message.ts'
import { optionName, siteList } from '../../office/names.ts'
import { siteLines } from '../../office/figures/site-lines.ts'
import { wholeChart } from '../../office/figures/whole-chart.ts'
import { worthOf } from '../../office/figures/worth.tsx'
import { figureView, type ResultsProps } from './view.ts'

/** Longer lists of sites are folded. */
const LISTED_OPEN = 10

interface Props extends ResultsProps {
  question: Question
  /** its place among those that are shown, from 1 */
  number: number
}

/** One question: what it says in a sentence, its figure, and the same as a table. */
export function QuestionResult(props: Props) {
  const { reader, view, question } = props
  const { words } = reader
  const shown = figureView(view)
  const findings = findingsOf(shown, question)
  if (!findings) return null
  const { table } = findings
  const isShown = !table.withheld && table.n > 0
  const heading = `question-${question.id}`
  return (
    <section class="result" aria-labelledby={heading}>
      <h3 id={heading}>{messageOf(reader, question, table, true)}</h3>
      <p class="asked">{reader.text(question.text)}</p>
      <p class="muted">{basisOf(props, table)}</p>
      {isShown && question.kind !== 'text' && (
        <>
          <ChartView chart={wholeChart(reader, question, findings, [])} />
          <p class="muted">
            {[
              ...worthOf({ reader, view: shown, question, findings }),
              ...figureNotes({ reader, question, all: table }),
            ].join(' ')}
          </p>
          <details>
            <summary>{words('figure.table')}</summary>
            <FigureTable {...{ reader, question, findings, number: props.number }} all={table} />
          </details>
          <AtSites {...props} findings={findings} />
        </>
      )}
    </section>
  )
}

/** How many the numbers are made from; or why there are none. */
function basisOf({ reader, view, question }: Props, table: Table): string {
  const { words, numbers } = reader
  const { smallestGroup, released } = view.release
  if (table.withheld) return words('publishing:question.few', { k: smallestGroup })
  const count = table.n + (table.dontKnow ?? 0)
  const follows = question.showIf ? ` ${words('publishing:question.followUp')}` : ''
  const values = { count, number: numbers.count(count), of: numbers.count(released) }
  return words('publishing:question.basis', values) + follows
}

/** What the line of each site stands for. */
function comparedIn(reader: Props['reader'], question: Question, { table }: Findings): string {
  if (question.kind === 'number' && table.n > 0) {
    return atLeast(reader, question, partingBin(question, table))
  }
  const [leader] = leadersIn(table)
  return leader ? reader.words('quote', { text: optionName(reader, question, leader.id) }) : ''
}

/** The sites side by side: a line each, however many they are. */
function AtSites(props: Props & { findings: Findings }) {
  const { reader, view, question, findings, number } = props
  const { words, numbers } = reader
  if (findings.sites.length === 0) return null
  const shown = figureView(view)
  const chart = siteLines({ reader, view: shown, question, findings })
  const name = comparedIn(reader, question, findings)
  const others = view.release.groups.find(({ id }) => id === OTHERS)
  const merged = others?.sites ?? []
  return (
    <details open={findings.sites.length <= LISTED_OPEN}>
      <summary>{words(`publishing:question.sites.${question.kind}`, { option: name })}</summary>
      <p class="muted">
        {words(`publishing:question.sitesHow.${question.kind === 'scale' ? 'scale' : 'others'}`)}{' '}
        {merged.length > 0 &&
          words('publishing:question.merged', {
            count: merged.length,
            number: numbers.count(merged.length),
            sites: siteList(reader, view.questionnaire, merged),
          })}
      </p>
      <ChartView chart={chart} />
      <BySite {...{ reader, question, number }} view={shown} />
    </details>
  )
}
