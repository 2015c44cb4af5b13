import { roles } from '../../../survey/rights.ts'
import type { Place } from '../people/access.ts'
import type { OfficeFrame } from '../frame.tsx'
import type { ProviderForm } from './provider-form.tsx'
import { SitePicks } from '../sites/site-picks.tsx'

interface Props {
  frame: OfficeFrame
  lines: ProviderForm['lines']
  places: Place[]
  faultOf(field: string): string | undefined
}

/** So many empty lines follow those that are filled in. */
const EMPTY = 2

/** Which value of the claim makes which role: the first line that fits counts. */
export function MappingLines({ frame, lines, places, faultOf }: Props) {
  const { words } = frame
  const empty: Props['lines'] = Array.from({ length: EMPTY }, () => ({
    value: '',
    role: undefined,
    sites: [],
  }))
  return (
    <fieldset class="field choice" aria-describedby="mapping-hint">
      <legend>{words('sign-in:mapping.title')}</legend>
      <p class="hint" id="mapping-hint">
        {words('sign-in:mapping.hint')}
      </p>
      <ol class="mapping">
        {[...lines, ...empty].map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a line is its place
          <li key={index}>
            <Line {...{ frame, line, index, places }} fault={faultOf(`value-${index}`)} />
          </li>
        ))}
      </ol>
    </fieldset>
  )
}

interface LineProps {
  frame: OfficeFrame
  line: ProviderForm['lines'][number]
  index: number
  places: Place[]
  fault: string | undefined
}

function Line({ frame, line, index, places, fault }: LineProps) {
  const { words } = frame
  const number = index + 1
  return (
    <div class={fault ? 'mapping-line field-faulty' : 'mapping-line'}>
      {fault && (
        <p class="fault" id={`value-${index}-fault`}>
          {fault}
        </p>
      )}
      <div>
        <label for={`value-${index}`}>{words('sign-in:mapping.value', { number })}</label>
        <input
          type="text"
          id={`value-${index}`}
          name={`value-${index}`}
          value={line.value}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={fault ? `value-${index}-fault` : undefined}
        />
      </div>
      <div>
        <label for={`role-${index}`}>{words('sign-in:mapping.role', { number })}</label>
        <select id={`role-${index}`} name={`role-${index}`}>
          <option value="" selected={!line.role}>
            {words('sign-in:mapping.none')}
          </option>
          {roles.map((role) => (
            <option key={role} value={role} selected={role === line.role}>
              {words(`people:role.${role}`)}
            </option>
          ))}
        </select>
      </div>
      {places.length > 0 && <Sites {...{ frame, line, index, places }} />}
    </div>
  )
}

function Sites({ frame, line, index, places }: Omit<LineProps, 'fault'>) {
  const { sites, sought = '' } = line
  return (
    <details open={sites.length > 0 || sought !== ''}>
      <summary>{frame.words('sign-in:mapping.sites', { number: index + 1 })}</summary>
      <SitePicks
        {...{ frame, places, sought }}
        name={`sites-${index}`}
        type="checkbox"
        chosen={sites}
        id={`seek-sites-${index}`}
      />
    </details>
  )
}
