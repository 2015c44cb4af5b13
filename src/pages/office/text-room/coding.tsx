import type { Comment } from '../../../survey/text/comment.ts'
import type { Theme } from '../../../survey/text/theme.ts'
import { Csrf, officeDocument, type OfficeFrame } from '../frame.tsx'
import { type Reader, readerOf } from '../reader.ts'
import { RoomHead } from './head.tsx'
import { MarkedText } from './marked-text.tsx'
import { type Room, roomPath } from './room.ts'

export interface CodingView {
  room: Room
  /** absent where there is nothing to sort */
  comment?: Comment
  /** themes that the reader has given it */
  given: string[]
  /** its place among the selected, from 1, and how many of them the reader has sorted */
  place: number
  sorted: number
  next?: string
}

interface Props {
  frame: OfficeFrame
  reader: Reader
  view: CodingView
}

/** One comment to be sorted into themes, each chosen by a key or a box. */
export function codingPage(frame: OfficeFrame, view: CodingView): string {
  const { room, comment } = view
  const reader = readerOf(frame, room.questionnaire)
  const { words } = reader
  const title = words('text-room:coding.title')
  return officeDocument(
    frame,
    { title, textRoom: true },
    <>
      <RoomHead {...{ frame, reader, room, title }} here="coding" />
      {room.themes.length === 0 ? (
        <div class="empty">
          <p>{words('text-room:coding.noThemes')}</p>
          <p>
            <a href={roomPath(frame, room, 'themes')}>{words('text-room:coding.toThemes')}</a>
          </p>
        </div>
      ) : comment ? (
        <Sorting {...{ frame, reader, view, comment }} />
      ) : (
        <p class="empty">
          {words('text-room:coding.nothing')}{' '}
          <a href={roomPath(frame, room, 'texts')}>{words('text-room:back.list')}</a>
        </p>
      )}
    </>,
  )
}

function Sorting({ frame, reader, view, comment }: Props & { comment: Comment }) {
  const { words, numbers } = reader
  const { room, given, place, sorted, next } = view
  const progress = {
    place: numbers.count(place),
    number: numbers.count(room.selected.length),
    sorted: numbers.count(sorted),
  }
  return (
    <form
      class="coding"
      method="post"
      action={roomPath(frame, room, `texts/${comment.id}/coding`)}
      data-coding
    >
      <Csrf frame={frame} />
      <p class="quiet">{words('text-room:coding.progress', progress)}</p>
      <div class="room-panel" id="comment">
        <MarkedText reader={reader} comment={comment} />
      </div>
      <fieldset class="choice" aria-describedby="comment several">
        <legend>{words('text-room:coding.about')}</legend>
        <p class="quiet" id="several">
          {words('text-room:coding.several')}
        </p>
        <div class="theme-picks">
          {room.themes.map((theme, index) => (
            <ThemePick
              key={theme.id}
              theme={theme}
              given={given.includes(theme.id)}
              first={index === 0}
            />
          ))}
        </div>
      </fieldset>
      <p class="coding-doings">
        <button class="button" type="submit" name="go" value="next">
          {words('text-room:coding.next')}
        </button>
        <button class="button plain" type="submit" name="go" value="previous" data-previous>
          {words('text-room:coding.previous')}
        </button>
        {next && (
          <a href={roomPath(frame, room, `texts/${next}/coding`)}>
            {words('text-room:coding.skip')}
          </a>
        )}
      </p>
      <Keys reader={reader} />
    </form>
  )
}

interface PickProps {
  theme: Theme
  given: boolean
  first: boolean
}

function ThemePick({ theme: { id, name, description, key }, given, first }: PickProps) {
  return (
    <div class="theme-pick">
      <label class="pick">
        <input
          type="checkbox"
          name="theme"
          value={id}
          checked={given}
          data-key={key}
          aria-keyshortcuts={key}
          aria-describedby={description ? `about-${id}` : undefined}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is worked through by keyboard
          autofocus={first}
        />
        <span>{name}</span>
        <kbd aria-hidden="true">{key}</kbd>
      </label>
      {description && (
        <p class="quiet" id={`about-${id}`}>
          {description}
        </p>
      )}
    </div>
  )
}

function Keys({ reader: { words } }: { reader: Reader }) {
  return (
    <>
      <details class="keys">
        <summary>{words('text-room:coding.keys')}</summary>
        <ul>
          <li>{words('text-room:coding.keyTheme')}</li>
          <li>{words('text-room:coding.keyNext')}</li>
          <li>{words('text-room:coding.keyPrevious')}</li>
          <li>{words('text-room:coding.keyWhere')}</li>
        </ul>
      </details>
      <p class="quiet">{words('text-room:coding.own')}</p>
    </>
  )
}
