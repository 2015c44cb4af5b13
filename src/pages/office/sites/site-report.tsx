import type { RowFault, SiteReport } from '../../../survey/sites/file-rows.ts'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'

export interface ReportView {
  file: string
  encoding: string
  /** what the file would do; absent once it has been taken */
  report?: SiteReport
  outcome?: { added: number; changed: number; faults: number }
}

/** So many faulty rows are drawn; a file has all. */
const SHOWN = 1000

interface Props {
  frame: OfficeFrame
  view: ReportView
}

/** What a file of sites would do to the register, before anything is written; or what it did. */
export function siteReportPage(frame: OfficeFrame, view: ReportView): string {
  const { words } = frame
  const { report, outcome } = view
  const title = words(outcome ? 'sites:report.doneTitle' : 'sites:report.title')
  return officeDocument(
    frame,
    { title },
    <>
      <p class="way-back">
        <a href={officePath(frame, '/office/sites')}>{words('sites:back')}</a>
      </p>
      <h1>{title}</h1>
      {outcome && (
        <output class="notice good">
          {words('sites:report.done', counted(frame, outcome.added + outcome.changed))}
        </output>
      )}
      {report && <p class="lede">{words('sites:report.nothingYet')}</p>}
      {view.encoding !== 'utf-8' && report && (
        <p class="notice">{words(`sites:encoding.${view.encoding}`)}</p>
      )}
      <dl class="counts">
        {report && <Count {...{ frame, name: 'fresh', count: report.fresh.length }} />}
        {report && <Count {...{ frame, name: 'changed', count: report.changed.length }} />}
        {report && <Count {...{ frame, name: 'same', count: report.same }} />}
        {report && <Count {...{ frame, name: 'faults', count: report.faults.length }} />}
        {outcome && <Count {...{ frame, name: 'added', count: outcome.added }} />}
        {outcome && <Count {...{ frame, name: 'altered', count: outcome.changed }} />}
        {outcome && <Count {...{ frame, name: 'left', count: outcome.faults }} />}
      </dl>
      {report && <Confirm frame={frame} view={view} report={report} />}
      {report && report.faults.length > 0 && (
        <Faults frame={frame} view={view} faults={report.faults} />
      )}
    </>,
  )
}

const counted = ({ language }: OfficeFrame, count: number) => ({
  count,
  number: numbersIn(language).count(count),
})

function Count({ frame, name, count }: { frame: OfficeFrame; name: string; count: number }) {
  return (
    <div>
      <dt>{frame.words(`sites:report.${name}`)}</dt>
      <dd>{numbersIn(frame.language).count(count)}</dd>
    </div>
  )
}

function Confirm({ frame, view, report }: Props & { report: SiteReport }) {
  const { words } = frame
  const count = report.fresh.length + report.changed.length
  const again = officePath(frame, '/office/sites/import')
  if (count === 0) {
    return (
      <p>
        {words('sites:report.nothing')} <a href={again}>{words('sites:report.again')}</a>
      </p>
    )
  }
  return (
    <form
      class="confirm"
      method="post"
      action={officePath(frame, `/office/sites/import/${view.file}`)}
    >
      <Csrf frame={frame} />
      {report.faults.length > 0 && <p>{words('sites:report.some')}</p>}
      <button class="button" type="submit">
        {words('sites:report.send', counted(frame, count))}
      </button>{' '}
      <a href={again}>{words('sites:report.again')}</a>
    </form>
  )
}

function Faults({ frame, view, faults }: Props & { faults: RowFault[] }) {
  const { words } = frame
  return (
    <section aria-labelledby="faulty">
      <h2 id="faulty">{words('sites:faults.title', counted(frame, faults.length))}</h2>
      <p>
        <a href={officePath(frame, `/office/sites/import/${view.file}/faults.csv`)} download>
          {words('sites:faults.csv')}
        </a>
      </p>
      <table class="listing faulty-rows">
        <caption class="unseen">{words('sites:faults.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {words('sites:faults.line')}
            </th>
            <th scope="col">{words('sites:faults.reason')}</th>
            <th scope="col">{words('sites:faults.row')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.slice(0, SHOWN).map(({ line, cells, code, values }) => (
            <tr key={line} class="entry">
              <th scope="row" class="number">
                <span class="cell-label">{words('sites:faults.line')}</span> {line}
              </th>
              <td>
                <div>{words(`sites:row.${code}`, values)}</div>
              </td>
              <td>
                <code>{short(cells.filter(Boolean).join(' · '))}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {faults.length > SHOWN && <p>{words('sites:faults.more', { count: SHOWN })}</p>}
    </section>
  )
}

const short = (words: string) => (words.length > 90 ? `${words.slice(0, 88)}…` : words)
