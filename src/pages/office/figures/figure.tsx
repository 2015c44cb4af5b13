import { binsOf, isRange, isUneven } from '../../../survey/bins.ts'
import type { Kind } from '../../../survey/questionnaire.ts'
import type { Table } from '../../../survey/table.ts'
import type { DashboardView } from '../dashboard/dashboard.tsx'
import { Downloads } from './downloads.tsx'
import { FigureTable } from './figure-table.tsx'
import type { Findings } from './findings.ts'
import { messageOf } from './message.ts'
import { spread } from '../names.ts'
import { Plot } from './plot.tsx'
import type { QuestionProps } from './question.tsx'

const drawn: Record<Exclude<Kind, 'text'>, string> = {
  choice: 'shares',
  choices: 'shares',
  scale: 'steps',
  number: 'steps',
  ranking: 'places',
}

interface Props extends QuestionProps {
  findings: Findings
  /** not weighted */
  all: Table
}

/**
 * The numbers of everyone. The script draws bars from the table's cells; without it the table is
 * all there is, and enough.
 */
export function Figure(props: Props) {
  const { reader, view, question, number, findings, all } = props
  if (question.kind === 'text') return null
  if (all.withheld || all.n === 0) return <Unshown {...props} />
  const said = figureNotes(props)
  return (
    <div class="figure" data-figure={drawn[question.kind]}>
      <figure>
        <Plot message={messageOf(reader, question, findings.table, true)}>
          <p class="quiet">{reader.words(`figure.order.${question.kind}`)}</p>
        </Plot>
        {said.length > 0 && <figcaption class="quiet">{said.join(' ')}</figcaption>}
      </figure>
      <details class="numbers" open>
        <summary>{reader.words('figure.table')}</summary>
        <FigureTable {...props} />
      </details>
      <Downloads
        reader={reader}
        view={view}
        path={`questions/${encodeURIComponent(question.id)}/figure.svg`}
        of={reader.words('figures:download.question', { number })}
      />
    </div>
  )
}

/** How the numbers are worked out, where that is not plain from the table. */
export function figureNotes({
  reader,
  question,
  all,
}: Pick<Props, 'reader' | 'question' | 'all'>): string[] {
  const { words, numbers } = reader
  if (question.kind === 'choices') return [words('figure.several')]
  if (question.kind === 'ranking') {
    return [words('figure.ranking', { last: question.options.length })]
  }
  if (question.kind === 'scale' && all.dontKnow) {
    const count = all.dontKnow
    return [
      words('figure.dontKnow', { count, number: numbers.count(count), n: numbers.count(all.n) }),
    ]
  }
  if (question.kind === 'number') {
    return [
      ...(binsOf(question).some(isRange) ? [words('figure.middle')] : []),
      ...(isUneven(question) ? [words('figure.uneven')] : []),
    ]
  }
  return []
}

/** Drawn, not blank: there are no numbers to show, and this is why. */
function Unshown(props: Props) {
  return (
    <div class="unshown">
      <div class="ghost" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      <p>{unshownWords(props)}</p>
    </div>
  )
}

export function unshownWords({ reader, view, all }: Pick<Props, 'reader' | 'view' | 'all'>) {
  if (all.apart) return reader.words('figures:apart.text')
  const { smallestGroup } = view.release
  const values = { k: smallestGroup, twice: 2 * smallestGroup }
  return reader.words(`unshown.${reason(view, all)}`, values)
}

function reason({ release, participation, questionnaire }: DashboardView, table: Table): string {
  if (table.withheld) return 'withheld'
  if (release.final) return 'none.final'
  if (participation.responses === 0) return 'none.open'
  return `notYet.${spread(questionnaire)}`
}
