import { languageName } from '../../../survey/language.ts'
import { link } from '../../link.ts'
import type { DashboardView } from './dashboard.tsx'
import type { Reader } from '../reader.ts'

/** The report to take along, in each language that the survey was asked in. */
export function ReportLinks({ reader: { words }, view }: { reader: Reader; view: DashboardView }) {
  const { id, languages } = view.questionnaire
  const address = `/office/surveys/${encodeURIComponent(id)}/report.pdf`
  const weighted = view.chosen?.weighted ? 'yes' : undefined
  return (
    <>
      <h3 id="take-along-report">{words('report:links.title')}</h3>
      <ul class="files" aria-labelledby="take-along-report">
        <li>
          <span class="languages">
            {languages.map((language) => (
              <a
                key={language}
                href={link(address, { lang: language, weighted })}
                aria-label={words('report:links.of', { language: languageName(language) })}
                download
              >
                <span lang={language}>{languageName(language)}</span>
              </a>
            ))}
          </span>
          <span class="quiet">{words('report:links.text')}</span>
        </li>
      </ul>
    </>
  )
}
