import type { FleetReader, FleetSite } from './fleet.ts'

interface Props {
  reader: FleetReader
  sites: FleetSite[]
  chosen: string
  hint?: string
  fault?: string | undefined
}

/** Where a tablet stands; nothing is chosen beforehand where there is a choice. */
export function SitePicker({ reader, sites, chosen, hint, fault }: Props) {
  const described = [hint && 'site-hint', fault && 'site-fault'].filter(Boolean).join(' ')
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
