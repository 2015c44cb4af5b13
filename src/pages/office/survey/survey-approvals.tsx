import { Csrf, type OfficeFrame, officePath, officeDocument } from '../frame.tsx'
import { languageName } from '../../../survey/language.ts'
import { momentsIn } from '../moments.ts'
import { type SurveyFacts, SurveyHead, surveyPath } from './survey-facts.tsx'

/** Who found a revision right, and when. */
export interface Approved {
  revision: number
  by: string
  name: string
  /** ISO instant */
  at: string
  zone: string
}

/** "Approved by X on a date", and whether the draft has been edited since. */
export function ApprovalLine(props: { frame: OfficeFrame; approval: Approved; now: number }) {
  const { frame, approval, now } = props
  const { words, language } = frame
  const { revision, name, at, zone } = approval
  const time = momentsIn(language).exact(Date.parse(at), zone)
  const values = { name: name || words('life:read.someone'), time, revision }
  const key = revision === now ? 'life:read.approved' : 'life:read.approvedBefore'
  return <p class={revision === now ? 'notice good' : 'quiet'}>{words(key, values)}</p>
}

export interface ReviewView {
  facts: SurveyFacts
  revision: number
  languages: string[]
  approvals: Approved[]
  /** whoever edited last does not approve of it */
  edited: boolean
}

/** For a colleague who reads a draft with fresh eyes: the real pages, and a word of approval. */
export function reviewPage(frame: OfficeFrame, view: ReviewView): string {
  const { words } = frame
  const { facts, revision, languages, approvals, edited } = view
  const eyebrow = words('life:review.eyebrow')
  const plain = (page: string) => surveyPath({ ...frame, languageChosen: false }, facts, page)
  const isDone = approvals.some((one) => one.revision === revision)
  return officeDocument(
    frame,
    { title: words('life:open.page', { eyebrow, title: facts.title }) },
    <>
      <SurveyHead frame={frame} facts={facts} eyebrow={eyebrow} />
      <p>{words('life:review.text', { revision })}</p>
      <ul class="ways">
        <li>
          <a href={surveyPath(frame, facts, '/edit')}>{words('life:review.editor')}</a>
        </li>
        {languages.map((language) => (
          <li key={language}>
            <a href={`${plain('/notice')}?lang=${encodeURIComponent(language)}`}>
              {words('life:review.notice', { language: languageName(language) })}
            </a>
          </li>
        ))}
      </ul>
      <div class="phones">
        {languages.map((language) => (
          <figure key={language}>
            <figcaption lang={language}>{languageName(language)}</figcaption>
            <iframe
              class="ed-phone"
              title={words('life:review.phone', { language: languageName(language) })}
              src={`${plain('/preview')}?lang=${encodeURIComponent(language)}`}
            />
          </figure>
        ))}
      </div>
      {approvals.map((one) => (
        <ApprovalLine
          key={`${one.revision} ${one.by}`}
          frame={frame}
          approval={one}
          now={revision}
        />
      ))}
      {edited ? (
        <p>{words('life:review.own')}</p>
      ) : (
        !isDone && <ApproveForm frame={frame} facts={facts} revision={revision} />
      )}
      <p>
        <a href={officePath(frame, `/office/surveys/${encodeURIComponent(facts.id)}/open`)}>
          {words('life:review.back')}
        </a>
      </p>
    </>,
  )
}

function ApproveForm(props: { frame: OfficeFrame; facts: SurveyFacts; revision: number }) {
  const { frame, facts, revision } = props
  return (
    <form class="doing" method="post" action={surveyPath(frame, facts, '/approval')}>
      <Csrf frame={frame} />
      <input type="hidden" name="revision" value={revision} />
      <button class="button" type="submit">
        {frame.words('life:review.send')}
      </button>
    </form>
  )
}
