import { type Access, type Role, roles } from '../../survey/rights.ts'
import type { Place } from './access.ts'
import type { OfficeFrame } from './frame.tsx'

interface Props {
  frame: OfficeFrame
  /** absent: nothing is chosen yet */
  role: Role | undefined
  sites: Access['sites']
  places: Place[]
  fault?: string | undefined
}

/** What someone may do, and where. */
export function AccessFields({ frame, role, sites, places, fault }: Props) {
  const { words } = frame
  return (
    <>
      <fieldset
        class={fault ? 'field choice field-faulty' : 'field choice'}
        aria-describedby={fault ? 'role-fault' : undefined}
      >
        <legend>{words('people:role.label')}</legend>
        {fault && (
          <p class="fault" id="role-fault">
            {fault}
          </p>
        )}
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
      </fieldset>
      {places.length > 0 && <Sites {...{ frame, sites, places }} />}
    </>
  )
}

function Sites({ frame, sites, places }: Pick<Props, 'frame' | 'sites' | 'places'>) {
  const { words } = frame
  // A site that has left all surveys stays chosen until someone takes it away.
  const gone = sites.filter((id) => !places.some((place) => place.id === id))
  return (
    <fieldset class="field choice" aria-describedby="sites-hint">
      <legend>{words('people:sites.label')}</legend>
      <p class="hint" id="sites-hint">
        {words('people:sites.hint')}
      </p>
      <div class="picks">
        {[...places, ...gone.map((id) => ({ id, name: id, lang: undefined }))].map((place) => (
          <label key={place.id} class="pick">
            <input
              type="checkbox"
              name="sites"
              value={place.id}
              checked={sites.includes(place.id)}
            />
            <span lang={place.lang}>{place.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
