import { shareDifference } from '../../../survey/statistics/difference.ts'
import { type Verdict, verdicts } from '../../../survey/statistics/verdict.ts'
import type { DashboardView } from './dashboard.tsx'
import { languageIn } from './day-parts.ts'
import { siteName } from '../names.ts'
import type { Reader } from '../reader.ts'
import { Scroll } from '../scroll.tsx'

interface Props {
  reader: Reader
  view: DashboardView
}

interface Part {
  id: string
  count: number
  listed: number
  /** how many would have answered here, had each site answered as much as the whole */
  expected: number
  verdict: Verdict
}

/** Who answers more seldom than others: sites by their listed, and languages that nobody used. */
export function Missing({ reader, view }: Props) {
  const { words } = reader
  const parts = view.limited ? [] : partsOf(view)
  const said = missingWords(reader, view)
  if (said.length === 0) return null
  return (
    <div class="missing">
      <h3>{words('figures:missing.title')}</h3>
      {said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p class="quiet">{words('figures:missing.unknown')}</p>
      {parts.length > 0 && <PartsTable reader={reader} view={view} parts={parts} />}
    </div>
  )
}

export function missingWords(reader: Reader, view: DashboardView): string[] {
  const parts = view.limited ? [] : partsOf(view)
  const silent = silentLanguages(view).map((id) => languageIn(reader, id))
  const languages = reader.numbers.list(silent)
  return [
    ...(parts.length > 0 ? [sentence(reader, view, parts)] : []),
    ...(silent.length > 0 ? [reader.words('figures:missing.languages', { languages })] : []),
  ]
}

/** Sites with a known number of listed, each beside the others. */
function partsOf({ questionnaire, participation }: DashboardView): Part[] {
  const known = questionnaire.sites.flatMap(({ id, listed }) =>
    listed ? [{ id, listed, count: Math.min(listed, participation.bySite[id] ?? 0) }] : [],
  )
  const count = known.reduce((sum, part) => sum + part.count, 0)
  const listed = known.reduce((sum, part) => sum + part.listed, 0)
  if (known.length < 2 || count === 0) return []
  const judged = verdicts(
    known.map((part) =>
      shareDifference(
        { count: part.count, n: part.listed },
        { count: count - part.count, n: listed - part.listed },
      ),
    ),
  )
  return known.map((part, index) => ({
    ...part,
    expected: (part.listed / listed) * count,
    verdict: judged[index]!,
  }))
}

function sentence(reader: Reader, { questionnaire }: DashboardView, parts: Part[]): string {
  const { words, numbers } = reader
  if (parts.every(({ verdict }) => verdict === 'few')) return words('figures:missing.few')
  const fewer = parts.filter(({ verdict }) => verdict.endsWith('lower'))
  if (fewer.length === 0) return words('figures:missing.even')
  const names = fewer
    .toSorted((a, b) => a.count / a.expected - b.count / b.expected)
    .map(({ id }) => siteName(reader, questionnaire, id))
  return words('figures:missing.sites', { sites: numbers.list(names) })
}

/** Languages that the survey is in and nobody has answered in. */
const silentLanguages = ({ questionnaire, participation }: DashboardView) =>
  participation.responses === 0
    ? []
    : questionnaire.languages.filter((id) => !participation.byLanguage[id])

function PartsTable({ reader, view, parts }: Props & { parts: Part[] }) {
  const { words, numbers } = reader
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  const listed = parts.reduce((sum, part) => sum + part.listed, 0)
  return (
    <details class="numbers">
      <summary>{words('figure.table')}</summary>
      <Scroll label={words('figures:missing.title')}>
        <table>
          <caption>{words('figures:missing.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('participation.site')}</th>
              <th scope="col">{words('figures:missing.ofListed')}</th>
              <th scope="col">{words('figures:missing.ofResponses')}</th>
              <th scope="col">{words('figures:missing.expected')}</th>
              <th scope="col">{words('participation.responses')}</th>
              <th scope="col">{words('figures:missing.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.id}>
                <th scope="row" lang={reader.lang}>
                  {siteName(reader, view.questionnaire, part.id)}
                </th>
                <td>{numbers.share(part.listed, listed)}</td>
                <td>{numbers.share(part.count, count)}</td>
                <td>{numbers.count(Math.round(part.expected))}</td>
                <td>{numbers.count(part.count)}</td>
                <td>{words(`figures:missing.is.${part.verdict}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  )
}
