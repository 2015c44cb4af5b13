import { link } from '../../link.ts'
import { everything, queryOf } from './chosen.ts'
import type { DashboardView } from './dashboard.tsx'
import type { OfficeFrame } from '../frame.tsx'
import type { Reader } from '../reader.ts'
import { ReportLinks } from './report-links.tsx'

interface Props {
  frame: OfficeFrame
  reader: Reader
  view: DashboardView
}

/** The numbers as files, of what was chosen and of the whole, in the language of the page. */
export function TakeAlong({ frame, reader, view }: Props) {
  const { words } = reader
  const { sites, question, weighted } = view.chosen ?? everything
  const chosen = sites.length > 0 || question !== undefined
  return (
    <section class="take-along" id="take-along" aria-labelledby="take-along-title">
      <h2 id="take-along-title">{words('export:title')}</h2>
      <p>{words('export:lede')}</p>
      <ReportLinks reader={reader} view={view} />
      {weighted && <p class="quiet">{words('export:unweighted')}</p>}
      {chosen && <Files {...{ frame, reader, view }} part="chosen" />}
      <Files {...{ frame, reader, view }} part="whole" />
      <p class="quiet">{words('export:csv')}</p>
    </section>
  )
}

/** What is the same whatever was chosen stands with the whole. */
const files = {
  chosen: ['results.xlsx', 'results.csv', 'results.json'],
  whole: ['results.xlsx', 'results.csv', 'questions.csv', 'participation.csv', 'results.json'],
}

function Files({ frame, reader, view, part }: Props & { part: 'chosen' | 'whole' }) {
  const { words, language } = reader
  const { sites, question } = view.chosen ?? everything
  const query = part === 'chosen' ? queryOf({ ...everything, sites, question }) : {}
  const title = words(`export:of.${part}`)
  return (
    <>
      <h3 id={`take-along-${part}`}>{title}</h3>
      <ul class="files" aria-labelledby={`take-along-${part}`}>
        {files[part].map((file) => (
          <li key={file}>
            <a href={link(`${frame.path}/${file}`, { ...query, lang: language })} download>
              {words(`export:file.${file.replace('.', '-')}.name`)}{' '}
              <span class="unseen">{title}</span>
            </a>
            <span class="quiet">{words(`export:file.${file.replace('.', '-')}.text`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
