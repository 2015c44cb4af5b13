import type { Place } from '../people/access.ts'
import type { OfficeFrame } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'

/** So many sites are shown without being looked for, and so many of those that are found. */
export const FEW = 30
const MOST_FOUND = 50

interface Props {
  frame: Pick<OfficeFrame, 'words' | 'language'>
  name: string
  /** one of them, or any number */
  type: 'checkbox' | 'radio'
  places: Place[]
  chosen: string[]
  /** what was looked for last */
  sought?: string | undefined
  /** id of the field to look with, where there is one */
  id: string
  fault?: string | undefined
}

/** Sites to choose from: all where they are few; else those chosen, and those that are found. */
export function SitePicks(props: Props) {
  const { places, chosen, name, type } = props
  const isFew = places.length <= FEW
  const known = new Set(places.map(({ id }) => id))
  // A site that is not used any more stays chosen until someone takes it away.
  const gone = chosen.filter((id) => id !== '' && !known.has(id)).map((id) => ({ id, name: id }))
  const kept = isFew ? places : places.filter(({ id }) => chosen.includes(id))
  const listed = [...kept, ...gone]
  return (
    <>
      {listed.length > 0 && <Picks {...{ name, type, chosen }} places={listed} />}
      {!isFew && <Search {...props} />}
    </>
  )
}

function Search({ frame, name, type, places, chosen, sought = '', id, fault }: Props) {
  const { words, language } = frame
  const { count } = numbersIn(language)
  const found = sought === '' ? [] : places.filter((place) => fits(place, sought))
  const more = found.filter((place) => !chosen.includes(place.id))
  const shown = more.slice(0, MOST_FOUND)
  return (
    <div class="seek-sites">
      <label for={id}>{words('sites:seek')}</label>
      <div class="seek-row">
        <input
          type="search"
          id={id}
          name={`seek-${name}`}
          value={sought}
          autocomplete="off"
          aria-invalid={fault ? 'true' : undefined}
        />
        <input type="hidden" name={`sought-${name}`} value={sought} />
        <button
          class="button plain"
          type="submit"
          name="find"
          value={name}
          formNoValidate
          formAction={`#${id}`}
        >
          {words('sites:find')}
        </button>
      </div>
      {sought !== '' && (
        <p class="quiet">
          {more.length === 0
            ? words('sites:group.none')
            : words('sites:group.found', { count: more.length, number: count(more.length) })}{' '}
          {more.length > shown.length && words('sites:group.first', { count: shown.length })}
        </p>
      )}
      {shown.length > 0 && <Picks {...{ name, type, chosen }} places={shown} />}
    </div>
  )
}

/** Whether every word is somewhere in a site's name or id. */
const fits = ({ id, name }: Place, sought: string) => {
  const all = `${id}\n${name}`.toLowerCase()
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

type PicksProps = Pick<Props, 'name' | 'type' | 'places' | 'chosen'>

const Picks = ({ name, type, places, chosen }: PicksProps) => (
  <div class="picks">
    {places.map((place) => (
      <label key={place.id} class="pick">
        <input type={type} name={name} value={place.id} checked={chosen.includes(place.id)} />
        <span lang={place.lang}>{place.name}</span>
      </label>
    ))}
  </div>
)
