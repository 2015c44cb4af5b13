import { link } from '../../link.ts'
import { Doing } from '../tablets/device-forms.tsx'
import { Csrf, officeDocument, type OfficeFrame } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'
import { type SurveyFacts, SurveyHead, surveyPath } from './survey-facts.tsx'

export interface SubscribersView {
  facts: SurveyFacts
  /** rounded down to a step */
  wanting: number
  /** letters can be sent */
  mail: boolean
  ended: boolean
  done: boolean
}

/** How many want to be told of a survey's results, and that no more letters come. */
export function subscribersPage(frame: OfficeFrame, view: SubscribersView): string {
  const { words } = frame
  const { facts, mail, ended, done } = view
  const eyebrow = words('subscription:office.eyebrow')
  return officeDocument(
    frame,
    { title: words('life:open.page', { eyebrow, title: facts.title }) },
    <>
      {done && ended && <output class="notice good">{words('subscription:office.done')}</output>}
      <SurveyHead frame={frame} facts={facts} eyebrow={eyebrow} />
      {!mail && <p class="notice">{words('subscription:office.noMail')}</p>}
      {ended ? <p>{words('subscription:office.ended')}</p> : <Wanting frame={frame} view={view} />}
    </>,
  )
}

function Wanting({ frame, view }: { frame: OfficeFrame; view: SubscribersView }) {
  const { words, language } = frame
  const { facts, wanting, mail } = view
  const number = numbersIn(language).count(wanting)
  return (
    <>
      <h2>
        {wanting === 0
          ? words('subscription:office.few')
          : words('subscription:office.some', { number })}
      </h2>
      <p>{words('subscription:office.what')}</p>
      <p>{words('subscription:office.steps')}</p>
      {mail && facts.number > 0 && !facts.archived && (
        <p>
          <a href={link(`/s/${encodeURIComponent(facts.id)}/subscribe`)}>
            {words('subscription:office.page')}
          </a>
        </p>
      )}
      <Doing title={words('subscription:office.end.title')}>
        <p>{words('subscription:office.end.text')}</p>
        <p>{words('subscription:office.end.auto')}</p>
        <form method="post" action={surveyPath(frame, facts, '/subscribers/end')}>
          <Csrf frame={frame} />
          <button class="button danger" type="submit">
            {words('subscription:office.end.send')}
          </button>
        </form>
      </Doing>
    </>
  )
}
