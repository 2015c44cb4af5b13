import type { Release } from '../../../survey/release.ts'
import type { StandingOut } from '../../../survey/text/standing-out.ts'
import type { ThemeGroup } from '../../../survey/text/theme-counts.ts'
import { officeDocument, type OfficeFrame } from '../frame.tsx'
import { Deleted } from '../survey/deleted.tsx'
import { type Reader, readerOf } from '../reader.ts'
import { CommentRow } from './comment-row.tsx'
import { CommentFilter } from './filter.tsx'
import { Limited, RoomHead } from './head.tsx'
import { type Room, roomPath } from './room.ts'
import { StandingOutWords } from './standing-out-words.tsx'
import { ThemeCounts } from './theme-counts.tsx'

/** So many comments are on a page. */
export const PAGE = 25

export interface ListView {
  room: Room
  /** how many comments the reader may read, whatever is selected */
  all: number
  /** how many the room does not hold */
  more: number
  groups: string[]
  /** from 1 */
  page: number
  release: Pick<Release, 'final' | 'smallestGroup'>
  counts: ThemeGroup[]
  standingOut: StandingOut[]
  /** the sites of a reader who has to do with some only */
  own: string[]
  done?: 'coded'
}

/** The text room: what people wrote, chosen, and what of it can be counted. */
export function textsPage(frame: OfficeFrame, view: ListView): string {
  const { room, all, own, done } = view
  const reader = readerOf(frame, room.questionnaire)
  const { words } = reader
  const title = words('text-room:title')
  return officeDocument(
    frame,
    { title: `${title}: ${reader.text(room.questionnaire.title)}` },
    <>
      <RoomHead {...{ frame, reader, room, title }} here="texts" />
      {done && <output class="notice good">{words(`text-room:done.${done}`)}</output>}
      {own.length > 0 && <Limited {...{ reader, room, own }} />}
      {all === 0 ? <Empty {...{ frame, reader, view }} /> : <Full {...{ frame, reader, view }} />}
    </>,
  )
}

function Empty({ frame, reader, view: { release, room } }: Props) {
  const { words } = reader
  if (room.purge) {
    return (
      <p class="empty">
        <Deleted frame={frame} purge={room.purge} what="comments" />
      </p>
    )
  }
  return (
    <div class="empty">
      {release.final ? (
        <p>{words('text-room:noneFinal')}</p>
      ) : (
        <>
          <p>{words('text-room:none')}</p>
          <p>{words('text-room:noneWhy', { twice: 2 * release.smallestGroup })}</p>
        </>
      )}
    </div>
  )
}

interface Props {
  frame: OfficeFrame
  reader: Reader
  view: ListView
}

function Full({ frame, reader, view }: Props) {
  const { room, all, more, groups, release, counts, standingOut } = view
  const { words, numbers } = reader
  const k = release.smallestGroup
  return (
    <>
      <p class="lede">{words('text-room:lede', { count: all, number: numbers.count(all) })}</p>
      <p class="quiet">
        {words('text-room:apart')} {!release.final && words('text-room:waiting', { k })}{' '}
        {more > 0 && words('text-room:more', { count: more, number: numbers.count(more) })}
      </p>
      <CommentFilter {...{ frame, reader, room, groups }} />
      <div class="text-room">
        <Comments {...{ frame, reader, view }} />
        <div class="text-room-beside">
          <ThemeCounts {...{ frame, reader, room, counts }} />
          {groups.length > 1 && <StandingOutWords {...{ frame, reader, room, standingOut, k }} />}
        </div>
      </div>
    </>
  )
}

function Comments({ frame, reader, view: { room, page } }: Props) {
  const { words, numbers } = reader
  const count = room.selected.length
  const from = (page - 1) * PAGE
  const shown = room.selected.slice(from, from + PAGE)
  const range = {
    count,
    number: numbers.count(count),
    from: numbers.count(from + 1),
    to: numbers.count(from + shown.length),
  }
  return (
    <section aria-labelledby="found">
      <h2 id="found">
        {count === 0
          ? words('text-room:noneFound')
          : words(count > PAGE ? 'text-room:range' : 'text-room:found', range)}
      </h2>
      <ul class="comments">
        {shown.map((selected, index) => (
          <CommentRow
            key={selected.comment.id}
            {...{ frame, reader, room, selected }}
            number={from + index + 1}
          />
        ))}
      </ul>
      {count > PAGE && (
        <nav class="paging" aria-label={words('text-room:pages')}>
          {page > 1 && (
            <a href={roomPath(frame, room, 'texts', { page: String(page - 1) })} rel="prev">
              {words('text-room:previous')}
            </a>
          )}
          {from + PAGE < count && (
            <a href={roomPath(frame, room, 'texts', { page: String(page + 1) })} rel="next">
              {words('text-room:next')}
            </a>
          )}
        </nav>
      )}
    </section>
  )
}
