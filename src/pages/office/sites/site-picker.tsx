import type { FleetReader, FleetSite } from '../tablets/fleet.ts'
import type { OfficeFrame } from '../frame.tsx'
import { Group, Labelled } from '../labelled.tsx'
import { FEW, SitePicks } from './site-picks.tsx'

interface Props {
  frame: OfficeFrame
  reader: FleetReader
  sites: FleetSite[]
  chosen: string
  /** what was looked for among them */
  sought?: string | undefined
  hint?: string
  fault?: string | undefined
}

/** Where a tablet stands; nothing is chosen beforehand where there is a choice. */
export function SitePicker({ frame, reader, sites, chosen, sought, hint, fault }: Props) {
  const asked = { name: 'site', label: reader.words('tablets.site'), hint, fault }
  if (sites.length > FEW) {
    return (
      <Group {...asked}>
        <SitePicks
          {...{ frame, sought, fault }}
          name="site"
          type="radio"
          places={sites}
          chosen={[chosen]}
          id="site"
        />
      </Group>
    )
  }
  return (
    <Labelled {...asked}>
      {(tied) => (
        <select {...tied} required>
          {sites.some(({ id }) => id === chosen) || sites.length === 1 ? null : (
            <option value="">{reader.words('tablets.siteChoose')}</option>
          )}
          {sites.map(({ id, name, lang }) => (
            <option key={id} value={id} lang={lang} selected={id === chosen}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}
