import { isDisputed, themesOf } from '../../../survey/text/coding.ts'
import type { Selected } from '../../../survey/text/selection.ts'
import type { OfficeFrame } from '../frame.tsx'
import type { Reader } from '../reader.ts'
import { MarkedText } from './marked-text.tsx'
import { fieldName, fieldsOf, groupName, hasSites, type Room, roomPath } from './room.ts'

interface Props {
  frame: OfficeFrame
  reader: Reader
  room: Room
  selected: Selected
  /** its place on the page, for names of links */
  number: number
}

/** One comment with where it is from and what it is about. A hidden one without its words. */
export function CommentRow(props: Props) {
  const { frame, reader, room, selected, number } = props
  const { comment, found } = selected
  const { words } = reader
  const text = `texts/${comment.id}`
  const which = words('text-room:comment.which', { number: reader.numbers.count(number) })
  return (
    <li class="comment">
      {comment.hiding ? (
        <p class="comment-hidden">
          {words('text-room:comment.hidden', {
            reason: words(`text-room:reason.${comment.hiding.reason}`),
          })}
        </p>
      ) : (
        <MarkedText reader={reader} comment={comment} found={found} />
      )}
      <CommentFacts reader={reader} room={room} comment={comment} />
      <p class="comment-doings">
        <a href={roomPath(frame, room, text)}>
          {words('text-room:comment.review')} <span class="unseen">{which}</span>
        </a>
        {room.themes.length > 0 && !comment.hiding && (
          <a href={roomPath(frame, room, `${text}/coding`)}>
            {words('text-room:comment.sort')} <span class="unseen">{which}</span>
          </a>
        )}
      </p>
    </li>
  )
}

/** Where a comment is from, as far as that may be told, and its themes. */
export function CommentFacts({
  reader,
  room,
  comment,
}: Pick<Props, 'reader' | 'room'> & { comment: Selected['comment'] }) {
  const { words } = reader
  const codings = room.codings.get(comment.id)
  const given = themesOf(codings)
  return (
    <ul class="comment-facts">
      {hasSites(room) && (
        <li>
          <span class="unseen">{words('text-room:comment.site')}: </span>
          {groupName(reader, room, comment.group)}
        </li>
      )}
      {fieldsOf(room).length > 1 && (
        <li>
          <span class="unseen">{words('text-room:comment.question')}: </span>
          <span lang={reader.lang}>{fieldName(reader, room.questionnaire, comment.field)}</span>
        </li>
      )}
      {room.themes
        .filter(({ id }) => given.includes(id))
        .map(({ id, name }) => (
          <li key={id} class="tag">
            {name}
          </li>
        ))}
      {isDisputed(codings) ? (
        <li class="tag tag-scheduled">{words('text-room:comment.disputed')}</li>
      ) : (
        codings && given.length === 0 && <li class="tag">{words('text-room:comment.noTheme')}</li>
      )}
    </ul>
  )
}
