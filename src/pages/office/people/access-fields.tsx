import { type Access, type Role, roles } from '../../../survey/rights.ts'
import type { Place } from './access.ts'
import type { OfficeFrame } from '../frame.tsx'
import { Group } from '../labelled.tsx'
import { SitePicks } from '../sites/site-picks.tsx'

interface Props {
  frame: OfficeFrame
  /** absent: nothing is chosen yet */
  role: Role | undefined
  sites: Access['sites']
  places: Place[]
  /** what was looked for among the sites */
  sought?: string | undefined
  fault?: string | undefined
}

/** What someone may do, and where. */
export function AccessFields({ frame, role, sites, places, sought, fault }: Props) {
  const { words } = frame
  return (
    <>
      <Group name="role" label={words('people:role.label')} fault={fault}>
        {roles.map((one, index) => (
          <label key={one} class="pick">
            <input
              type="radio"
              name="role"
              id={index === 0 ? 'role' : undefined}
              value={one}
              checked={one === role}
            />
            <span>
              <strong>{words(`people:role.${one}`)}</strong>{' '}
              <span class="quiet">{words(`people:role.may.${one}`)}</span>
            </span>
          </label>
        ))}
      </Group>
      {places.length > 0 && <Sites {...{ frame, sites, places, sought }} />}
    </>
  )
}

type SitesProps = Pick<Props, 'frame' | 'sites' | 'places' | 'sought'>

function Sites({ frame, sites, places, sought }: SitesProps) {
  const { words } = frame
  return (
    <Group name="sites" label={words('people:sites.label')} hint={words('people:sites.hint')}>
      <SitePicks
        {...{ frame, places, sought }}
        name="sites"
        type="checkbox"
        chosen={sites}
        id="seek-sites"
      />
    </Group>
  )
}
