import { may } from '../../survey/rights.ts'
import { type OfficeFrame, officePath } from './frame.tsx'

/** The way from a survey to its posters, for those who may print them. */
export function PostersLink({ frame, survey }: { frame: OfficeFrame; survey: string }) {
  if (!frame.user || !may(frame.user.role, 'surveys.open')) return null
  return (
    <p class="to-posters">
      <a href={officePath(frame, `/office/surveys/${encodeURIComponent(survey)}/posters`)}>
        {frame.words('sites:posters.title')}
      </a>
    </p>
  )
}
