import { Group } from '../labelled.tsx'
import { type Comment, hidingReasons } from '../../../survey/text/comment.ts'
import { Doing, faultWords, type ReviewProps, whoAndWhen } from './review.tsx'

/** Hides a whole comment, for a reason that is one of a few, so that nothing personal is said. */
export function HideForm(props: ReviewProps) {
  const { reader, view } = props
  const { words } = reader
  const fault = view.fault?.field === 'reason' ? faultWords(reader, view.fault) : undefined
  return (
    <section class="room-panel" aria-labelledby="hide">
      <h2 id="hide">{words('text-room:review.hide.title')}</h2>
      <p>{words('text-room:review.hide.what')}</p>
      <Doing {...props} to="hiding">
        <Group name="reason" label={words('text-room:review.hide.reason')} fault={fault}>
          {hidingReasons.map((reason, index) => (
            <label key={reason} class="pick">
              <input
                type="radio"
                name="reason"
                id={index === 0 ? 'reason' : undefined}
                value={reason}
              />
              {words(`text-room:reason.${reason}`)}
            </label>
          ))}
        </Group>
        <button class="button danger" type="submit">
          {words('text-room:review.hide.send')}
        </button>
      </Doing>
    </section>
  )
}

export function HiddenNotice({
  hiding,
  ...props
}: ReviewProps & { hiding: NonNullable<Comment['hiding']> }) {
  const { words } = props.reader
  const reason = words(`text-room:reason.${hiding.reason}`)
  return (
    <div class="notice">
      <h3>{words('text-room:review.hidden.title')}</h3>
      <p>{words('text-room:review.hidden.text', { reason, ...whoAndWhen(props, hiding) })}</p>
      <Doing {...props} to="showing">
        <button class="button plain" type="submit">
          {words('text-room:review.hidden.send')}
        </button>
      </Doing>
    </div>
  )
}
