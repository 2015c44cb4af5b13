import type { PublishingFault } from '../../../survey/publication/faults.ts'
import type { Edition, PickedThemes, Standing } from '../../../survey/publication/publication.ts'
import type { UndertakingVersion } from '../../../survey/publication/undertaking.ts'
import type { Questionnaire, Text } from '../../../survey/questionnaire.ts'
import type { Comment } from '../../../survey/text/comment.ts'
import { localDate } from '../../../survey/calendar.ts'
import type { Waiting } from '../../../survey/tablets/waiting.ts'
import { link } from '../../link.ts'
import { FaultSummary } from '../field.tsx'
import { officeDocument, type OfficeFrame } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'
import { type SurveyFacts, SurveyHead } from '../survey/survey-facts.tsx'
import { Actions } from './actions.tsx'
import { EditionForm } from './edition-form.tsx'
import { Soon } from './soon.tsx'
import { faultsIn } from './texts-field.tsx'
import { UndertakingList } from './undertaking-list.tsx'

export const publishingDoings = ['saved', 'published', 'withdrawn', 'kept'] as const
export type PublishingDone = (typeof publishingDoings)[number]

/** Something that was done, and by whom. */
export interface PublishingPast {
  what: 'publish' | 'amend' | 'withdraw'
  number: number
  name: string
  at: string
  note: Text
}

export interface PublishView {
  facts: SurveyFacts
  questionnaire: Questionnaire
  /** the final release stands; without it there is nothing to publish */
  final: boolean
  /** the instant until which a closing by hand can be taken back, if that is still to come */
  earliest: number | undefined
  /** what the final release waits for */
  heldUp: Waiting | undefined
  /** subscribers get a letter when results are published */
  tells: boolean
  /** some of its tables are by site */
  bySite: boolean
  standing: Standing
  /** how many steps have been taken */
  seen: number
  draft: { revision: number; edition: Edition } | undefined
  /** what stands in the form: as it was sent, drafted or published last */
  given: Edition
  /** what has changed, as it was sent */
  note: Text
  /** why it is withdrawn, as it was sent */
  reason: Text
  /** comments whose authors agreed to be quoted, and which nobody hid */
  quotable: Comment[]
  /** fields whose comments are sorted into themes, as they stand now */
  offered: PickedThemes[]
  undertakings: UndertakingVersion[]
  /** newest first */
  past: PublishingPast[]
  faults: PublishingFault[]
  moved?: boolean
  done?: PublishingDone | undefined
}

export interface PublishProps {
  frame: OfficeFrame
  view: PublishView
}

/** From the final release to the public: what is picked, looked through, published, withdrawn. */
export function publishPage(frame: OfficeFrame, view: PublishView): string {
  const { words } = frame
  const { facts, faults, final } = view
  const eyebrow = words('publishing:office.eyebrow')
  const title = words('life:open.page', { eyebrow, title: facts.title })
  return officeDocument(
    frame,
    { title: faults.length > 0 ? words('office:frame.faulty', { title }) : title },
    <>
      <FaultSummary title={words('office:frame.faults')} faults={faultsIn(frame, faults)} />
      <Told frame={frame} view={view} />
      <SurveyHead frame={frame} facts={facts} eyebrow={eyebrow} />
      <Stands frame={frame} view={view} />
      {final ? (
        <>
          <EditionForm frame={frame} view={view} />
          <Actions frame={frame} view={view} />
          <UndertakingList frame={frame} view={view} />
        </>
      ) : (
        <Soon frame={frame} view={view} />
      )}
    </>,
  )
}

/** What has just happened, or did not because somebody else was faster. */
export function Told({ frame: { words }, view: { moved, done } }: ToldProps) {
  const said = {
    saved: words('publishing:office.saved'),
    published: words('publishing:office.publishedNow'),
    withdrawn: words('publishing:office.withdrawnNow'),
    kept: words('publishing:office.kept'),
  }
  return (
    <>
      {done && <output class="notice good">{said[done]}</output>}
      {moved && (
        <div class="notice fault" role="alert">
          <h2>{words('publishing:office.moved.title')}</h2>
          <p>{words('publishing:office.moved.text')}</p>
        </div>
      )}
    </>
  )
}

interface ToldProps {
  frame: OfficeFrame
  view: Pick<PublishView, 'moved' | 'done'>
}

/** The first line: how results stand, and where they are read. */
function Stands({ frame, view }: PublishProps) {
  const { words, language } = frame
  const { standing, facts, final } = view
  if (!final) return null
  const at =
    standing.state === 'published' ? standing.first.at : 'last' in standing && standing.last.at
  const day = at ? localDate(Date.parse(at), facts.dates.timeZone) : ''
  return (
    <p>
      {words(`publishing:office.state.${standing.state}`, {
        date: day && numbersIn(language).date(day),
      })}{' '}
      {standing.state !== 'none' && (
        <a href={link(`/s/${facts.id}/results`, { lang: publicLanguage(frame, view) })}>
          {words('publishing:office.toPage')}
        </a>
      )}
    </p>
  )
}

const publicLanguage = ({ language }: OfficeFrame, { questionnaire }: PublishView) =>
  questionnaire.languages.includes(language) ? language : questionnaire.languages[0]
