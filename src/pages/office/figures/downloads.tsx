import { link } from '../../link.ts'
import type { DashboardView } from '../dashboard/dashboard.tsx'
import { everything, queryOf } from '../dashboard/chosen.ts'
import type { Reader } from '../reader.ts'

interface Props {
  reader: Reader
  view: DashboardView
  /** of the picture, after the survey's address */
  path: string
  /** what is taken along, for those who hear only the link */
  of: string
}

/** A figure to take along; the script makes a PNG of the same picture. */
export function Downloads({ reader: { words, language }, view, path, of }: Props) {
  const survey = encodeURIComponent(view.questionnaire.id)
  const { question: _, ...query } = queryOf(view.chosen ?? everything)
  const address = link(`/office/surveys/${survey}/${path}`, { ...query, lang: language })
  return (
    <p class="downloads">
      <a href={address} download>
        {words('figures:download.svg')} <span class="unseen">{of}</span>
      </a>
      <button class="link" type="button" data-picture={address} hidden>
        {words('figures:download.png')} <span class="unseen">{of}</span>
      </button>
      <output class="quiet" data-picture-failed hidden>
        {words('figures:download.failed')}
      </output>
    </p>
  )
}
