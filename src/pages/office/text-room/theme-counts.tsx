import type { ThemeGroup } from '../../../survey/text/theme-counts.ts'
import type { OfficeFrame } from '../frame.tsx'
import type { Reader } from '../reader.ts'
import { Scroll } from '../scroll.tsx'
import { everything } from '../../../survey/text/selection.ts'
import { groupName, type Room, roomPath } from './room.ts'

interface Props {
  frame: OfficeFrame
  reader: Reader
  room: Room
  counts: ThemeGroup[]
}

/** How many comments are about each theme, of the whole and by site. */
export function ThemeCounts({ frame, reader, room, counts }: Props) {
  const { words } = reader
  const [all, ...bySite] = counts
  return (
    <section class="room-panel" aria-labelledby="counts">
      <h2 id="counts">{words('text-room:counts.title')}</h2>
      {room.themes.length === 0 || !all ? (
        <>
          <p>{words('text-room:themes.none')}</p>
          <p>
            <a href={roomPath(frame, room, 'themes')}>{words('text-room:coding.toThemes')}</a>
          </p>
        </>
      ) : (
        <>
          {all.apart ? (
            <p>{words('figures:apart.text')}</p>
          ) : (
            <Whole {...{ frame, reader, room }} group={all} />
          )}
          <p class="quiet">{words('text-room:counts.how')}</p>
          {(bySite.length > 1 || all.apart) && <BySite {...{ reader, room }} groups={bySite} />}
        </>
      )}
    </section>
  )
}

type Line = { id: string; name: string; count: (group: ThemeGroup) => number }

function linesOf(reader: Reader, { themes }: Room): Line[] {
  const { words } = reader
  const inTheme = (id: string) => (group: ThemeGroup) =>
    group.themes.find((theme) => theme.id === id)?.count ?? 0
  return [
    ...themes.map(({ id, name }) => ({ id, name, count: inTheme(id) })),
    { id: 'none', name: words('text-room:counts.none'), count: ({ none }) => none },
    { id: '', name: words('text-room:counts.unsorted'), count: ({ unsorted }) => unsorted },
    { id: '', name: words('text-room:counts.n'), count: ({ n }) => n },
  ]
}

function Whole({ frame, reader, room, group }: Omit<Props, 'counts'> & { group: ThemeGroup }) {
  const { words, numbers } = reader
  const { question } = room.selection
  const path = (theme: string) =>
    roomPath(frame, { ...room, selection: { ...everything, question, theme } }, 'texts')
  return (
    <table class="theme-counts">
      <caption class="quiet">{words('text-room:counts.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{words('text-room:counts.theme')}</th>
          <th scope="col">{words('text-room:counts.comments')}</th>
        </tr>
      </thead>
      <tbody>
        {linesOf(reader, room).map(({ id, name, count }) => (
          <tr key={name}>
            <th scope="row">{id ? <a href={path(id)}>{name}</a> : name}</th>
            <td>
              {group.n > 0 && id && (
                <meter min={0} max={group.n} value={count(group)} aria-hidden="true" />
              )}{' '}
              {group.withheld ? words('text-room:counts.withheld') : numbers.count(count(group))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function BySite({
  reader,
  room,
  groups,
}: Pick<Props, 'reader' | 'room'> & { groups: ThemeGroup[] }) {
  const { words, numbers } = reader
  const lines = linesOf(reader, room)
  return (
    <details class="by-site">
      <summary>{words('text-room:counts.bySite')}</summary>
      <Scroll label={words('text-room:counts.region')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words('text-room:filter.site')}</th>
              {lines.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <th scope="row">{groupName(reader, room, group.id)}</th>
                {group.withheld ? (
                  <td colSpan={lines.length}>{words('text-room:counts.withheld')}</td>
                ) : (
                  lines.map(({ name, count }) => <td key={name}>{numbers.count(count(group))}</td>)
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  )
}
