import type { FleetReader, FleetSite } from './fleet.ts'
import type { OfficeFrame } from './frame.tsx'
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
export function SitePicker(props: Props) {
  const { reader, sites, chosen, hint, fault } = props
  const described = [hint && 'site-hint', fault && 'site-fault'].filter(Boolean).join(' ')
  if (sites.length > FEW) return <Sought {...props} described={described} />
  return (
    <div class={fault ? 'field field-faulty' : 'field'}>
      <label for="site">{reader.words('tablets.site')}</label>
      {hint && (
        <p class="hint" id="site-hint">
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id="site-fault">
          {fault}
        </p>
      )}
      <select
        id="site"
        name="site"
        required
        aria-describedby={described || undefined}
        aria-invalid={fault ? 'true' : undefined}
      >
        {sites.some(({ id }) => id === chosen) || sites.length === 1 ? null : (
          <option value="">{reader.words('tablets.siteChoose')}</option>
        )}
        {sites.map(({ id, name, lang }) => (
          <option key={id} value={id} lang={lang} selected={id === chosen}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The same where there are too many to list. */
function Sought(props: Props & { described: string }) {
  const { frame, reader, sites, chosen, sought, hint, fault, described } = props
  return (
    <fieldset
      class={fault ? 'field choice field-faulty' : 'field choice'}
      aria-describedby={described || undefined}
    >
      <legend>{reader.words('tablets.site')}</legend>
      {hint && (
        <p class="hint" id="site-hint">
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id="site-fault">
          {fault}
        </p>
      )}
      <SitePicks
        {...{ frame, sought, fault }}
        name="site"
        type="radio"
        places={sites}
        chosen={[chosen]}
        id="site"
      />
    </fieldset>
  )
}
