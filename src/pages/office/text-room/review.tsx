import type { AuditLine } from '../../../survey/people/audit.ts'
import type { Comment } from '../../../survey/text/comment.ts'
import { FaultSummary } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame } from '../frame.tsx'
import { momentsIn } from '../moments.ts'
import { type Reader, readerOf } from '../reader.ts'
import { CommentFacts } from './comment-row.tsx'
import { HideForm, HiddenNotice } from './hide-form.tsx'
import { MarkedText } from './marked-text.tsx'
import { MaskForm } from './mask-form.tsx'
import { type Room, roomPath } from './room.ts'

export type ReviewDone = 'masked' | 'unmasked' | 'hidden' | 'shown'

export interface ReviewFault {
  field: 'passage' | 'reason'
  code: 'missing' | 'absent'
}

export interface ReviewView {
  room: Room
  comment: Comment
  /** what was done about it, newest first */
  steps: AuditLine[]
  /** names of people by id */
  people: Map<string, string>
  zone: string
  done?: ReviewDone
  fault?: ReviewFault
  /** words that were written to be masked */
  passage?: string
}

export interface ReviewProps {
  frame: OfficeFrame
  reader: Reader
  view: ReviewView
}

/** One comment before a moderator: what can be hidden of it, and what was. */
export function reviewPage(frame: OfficeFrame, view: ReviewView): string {
  const { room, comment, done, fault } = view
  const reader = readerOf(frame, room.questionnaire)
  const { words } = reader
  const title = words('text-room:review.title')
  const props = { frame, reader, view }
  return officeDocument(
    frame,
    { title: fault ? words('frame.faulty', { title }) : title, textRoom: true },
    <>
      {fault && (
        <FaultSummary
          title={words('text-room:fault.title')}
          faults={[{ field: fault.field, text: faultWords(reader, fault) }]}
        />
      )}
      <p class="way-back">
        <a href={roomPath(frame, room, 'texts')}>{words('text-room:back.list')}</a>
      </p>
      <h1>{title}</h1>
      {done && <output class="notice good">{words(`text-room:done.${done}`)}</output>}
      <p>{words('text-room:review.lede')}</p>
      <section class="room-panel" aria-labelledby="comment">
        <h2 id="comment" class="unseen">
          {words('text-room:review.comment')}
        </h2>
        {comment.hiding && <HiddenNotice {...props} hiding={comment.hiding} />}
        <MarkedText reader={reader} comment={comment} />
        <CommentFacts reader={reader} room={room} comment={comment} />
      </section>
      <div class="review">
        <MaskForm {...props} />
        {!comment.hiding && <HideForm {...props} />}
      </div>
      <Steps {...props} />
    </>,
  )
}

export const faultWords = (reader: Reader, { field, code }: ReviewFault) =>
  reader.words(`text-room:fault.${field}.${code}`)

/** Who did something, and when, as the log has it. */
export function whoAndWhen({ reader, view }: ReviewProps, { by, at }: { by: string; at: string }) {
  const { exact } = momentsIn(reader.language)
  return { name: view.people.get(by) ?? by, time: exact(Date.parse(at), view.zone) }
}

/** Sends something about this comment, and comes back to where it was looked at from. */
export function Doing({
  frame,
  view: { room, comment },
  to,
  children,
}: Omit<ReviewProps, 'reader'> & { to: string; children: preact.ComponentChildren }) {
  return (
    <form method="post" action={roomPath(frame, room, `texts/${comment.id}/${to}`)} noValidate>
      <Csrf frame={frame} />
      {children}
    </form>
  )
}

function Steps(props: ReviewProps) {
  const { words } = props.reader
  const { steps } = props.view
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{words('text-room:review.steps')}</h2>
      {steps.length === 0 ? (
        <p class="quiet">{words('text-room:review.noSteps')}</p>
      ) : (
        <ol class="review-steps">
          {steps.map((step) => (
            <li key={step.number}>
              {words(`people:deed.${step.what}`)}
              <span class="quiet">{words('text-room:review.step', whoAndWhen(props, step))}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
