import { everything } from '../../../survey/text/selection.ts'
import type { StandingOut } from '../../../survey/text/standing-out.ts'
import type { OfficeFrame } from '../frame.tsx'
import type { Reader } from '../reader.ts'
import { groupName, type Room, roomPath } from './room.ts'

interface Props {
  frame: OfficeFrame
  reader: Reader
  room: Room
  standingOut: StandingOut[]
  /** the smallest group */
  k: number
}

/** Words that a site's comments use more than the others', each a way to those comments. */
export function StandingOutWords({ frame, reader, room, standingOut, k }: Props) {
  const { words, numbers } = reader
  const path = (site: string, search: string) =>
    roomPath(frame, { ...room, selection: { ...everything, site, search } }, 'texts')
  return (
    <section class="room-panel" aria-labelledby="standing-out">
      <h2 id="standing-out">{words('text-room:words.title')}</h2>
      <p class="quiet">
        {standingOut.length === 0
          ? words('text-room:words.none')
          : words('text-room:words.how', { k })}
      </p>
      {standingOut.map(({ group, words: found }) => (
        <div key={group}>
          <h3>{groupName(reader, room, group)}</h3>
          <ul class="standing-out">
            {found.map(({ word, comments }) => (
              <li key={word}>
                <a href={path(group, word)}>{word}</a> {numbers.count(comments)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
