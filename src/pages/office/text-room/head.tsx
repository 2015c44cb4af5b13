import { type OfficeFrame, officePath } from '../frame.tsx'
import { siteList } from '../names.ts'
import type { Reader } from '../reader.ts'
import { type Room, roomPath } from './room.ts'

export type RoomPart = 'texts' | 'coding' | 'themes'

interface Props {
  frame: OfficeFrame
  reader: Reader
  room: Room
  here: RoomPart
  title: string
}

/** What stands first on the text room's pages: which survey, and the parts of the room. */
export function RoomHead({ frame, reader, room, here, title }: Props) {
  const { words } = reader
  const { id, title: survey } = room.questionnaire
  const dashboard = `/office/surveys/${encodeURIComponent(id)}`
  const parts = { texts: 'read', coding: 'sort', themes: 'themes.title' } as const
  return (
    <>
      <p class="way-back">
        <a href={officePath(frame, dashboard)}>{words('text-room:back.dashboard')}</a>
      </p>
      <h1>
        <span class="eyebrow" lang={reader.lang}>
          {reader.text(survey)}
        </span>{' '}
        {title}
      </h1>
      <nav class="room-parts" aria-label={words('text-room:rooms')}>
        <ul>
          {Object.entries(parts).map(([part, name]) => (
            <li key={part}>
              <a
                href={roomPath(frame, room, part)}
                aria-current={part === here ? 'page' : undefined}
              >
                {words(`text-room:${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}

/** Which comments someone has before them who has to do with some sites only. */
export function Limited({ reader, room, own }: Pick<Props, 'reader' | 'room'> & { own: string[] }) {
  const here = room.questionnaire.sites.map(({ id }) => id).filter((id) => own.includes(id))
  const sites = siteList(reader, room.questionnaire, here)
  const key = here.length > 0 ? 'text-room:limited' : 'text-room:limitedNone'
  return <p>{reader.words(key, { sites })}</p>
}
