import { may, type Right, type Role } from '../../survey/rights.ts'
import { type OfficeFrame, officePath } from './frame.tsx'

interface Room {
  path: string
  right: Right
  /** key of its name */
  name: string
  /** its pages */
  pages: RegExp
}

/** The parts of the office, in the order of the navigation. */
const rooms: Room[] = [
  {
    path: '/office',
    right: 'numbers',
    name: 'office:surveys.title',
    pages: /^\/office(\/surveys\/.*)?$/,
  },
  {
    path: '/office/tablets',
    right: 'tablets',
    name: 'office:tablets.title',
    pages: /^\/office\/tablets\b/,
  },
  {
    path: '/office/sites',
    right: 'sites',
    name: 'sites:title',
    pages: /^\/office\/sites\b/,
  },
  {
    path: '/office/people',
    right: 'people',
    name: 'people:title',
    pages: /^\/office\/people\b/,
  },
  {
    path: '/office/organisation',
    right: 'organisation',
    name: 'sites:organisation.title',
    pages: /^\/office\/organisation\b/,
  },
  {
    path: '/office/audit',
    right: 'audit',
    name: 'people:audit.title',
    pages: /^\/office\/audit\b/,
  },
]

/** Where someone begins who signs in: the first room that they may enter. */
export const firstRoom = (role: Role): string =>
  rooms.find(({ right }) => may(role, right))?.path ?? '/office/account'

/** The rooms that a person may enter, with the one marked that the page belongs to. */
export function Rooms({ frame, role }: { frame: OfficeFrame; role: Role }) {
  const { words, path: here } = frame
  return (
    <nav class="rooms" aria-label={words('office:frame.rooms')}>
      <ul>
        {rooms
          .filter(({ right }) => may(role, right))
          .map(({ path, name, pages }) => (
            <li key={path}>
              <a
                href={officePath(frame, path)}
                aria-current={pages.test(here) ? 'page' : undefined}
              >
                {words(name)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
