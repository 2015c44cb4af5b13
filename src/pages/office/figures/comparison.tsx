import { BySite } from './by-site.tsx'
import { ChartView } from './chart-view.tsx'
import { Downloads } from './downloads.tsx'
import type { Findings } from './findings.ts'
import { type OfficeFrame, officePath } from '../frame.tsx'
import type { QuestionProps } from './question.tsx'
import { comparisonMessage } from './site-message.ts'
import { SIDE_BY_SIDE, sitesChart } from './sites-chart.ts'

interface Props extends QuestionProps {
  frame: OfficeFrame
  findings: Findings
}

/** The same question site by site: what differs in words, the figure, and its table. */
export function Comparison(props: Props) {
  const { reader, question, findings } = props
  const some = findings.sites.some(({ table }) => table.n > 0)
  if (question.kind === 'text' || !some) return null
  return (
    <div class="comparison" id={`sites-${question.id}`}>
      <h4>{reader.words('figures:compare.title')}</h4>
      <p>{comparisonMessage(props)}</p>
      {isDrawn(props) ? <SitesFigure {...props} /> : <FigureLink {...props} />}
      <BySite {...props} />
    </div>
  )
}

/** Small figures of many sites are most of a page, so they are drawn of the question asked for. */
function isDrawn({ view: { chosen }, findings }: Props): boolean {
  return (
    findings.sites.length <= SIDE_BY_SIDE ||
    chosen?.question !== undefined ||
    (chosen?.sites.length ?? 0) > 0
  )
}

function FigureLink({ frame, reader: { words }, question, number }: Props) {
  const query = { ...frame.query, question: question.id }
  return (
    <>
      <p class="onward">
        <a href={`${officePath(frame, frame.path, query)}#sites-${question.id}`}>
          {words('figures:compare.figure')}{' '}
          <span class="unseen">{words('question.number', { number })}</span>
        </a>
      </p>
      <p class="print-only">{words('figures:compare.own')}</p>
    </>
  )
}

function SitesFigure(props: Props) {
  const { reader, view, question, number } = props
  const { words } = reader
  const chart = sitesChart(props, [])
  return (
    <details class="by-site-figure" open>
      <summary>{words('figures:compare.figure')}</summary>
      <figure aria-label={chart.message}>
        <ChartView chart={chart} />
        <figcaption class="quiet">
          {words(question.kind === 'scale' ? 'figures:compare.parts' : 'figures:compare.lines')}{' '}
          {words('figures:compare.how')}
        </figcaption>
      </figure>
      <Downloads
        reader={reader}
        view={view}
        path={`questions/${encodeURIComponent(question.id)}/sites.svg`}
        of={words('figures:download.sites', { number })}
      />
    </details>
  )
}
