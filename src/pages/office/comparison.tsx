import { BySite } from './by-site.tsx'
import { ChartView } from './chart-view.tsx'
import { Downloads } from './downloads.tsx'
import type { Findings } from './findings.ts'
import type { QuestionProps } from './question.tsx'
import { SIDE_BY_SIDE, sitesChart } from './sites-chart.ts'

interface Props extends QuestionProps {
  findings: Findings
}

/** The same question site by site: what differs in words, the figure, and its table. */
export function Comparison(props: Props) {
  const { reader, view, question, number, findings } = props
  const { words } = reader
  const some = findings.sites.some(({ table }) => table.n > 0)
  if (question.kind === 'text' || !some) return null
  const chart = sitesChart(props, [])
  const open = (view.chosen?.sites.length ?? 0) > 0 || findings.sites.length <= SIDE_BY_SIDE
  return (
    <div class="comparison">
      <h4>{words('figures:compare.title')}</h4>
      <p>{chart.message}</p>
      <details class="by-site-figure" open={open}>
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
      <BySite {...props} />
    </div>
  )
}
