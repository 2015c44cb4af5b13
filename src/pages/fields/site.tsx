import { one } from '../../survey/fields.ts'
import type { Site } from '../../survey/questionnaire.ts'
import { said } from '../speech.ts'
import { faultOf } from './faults.ts'
import { type Asking, controlId, faultId } from './field.ts'
import { Wrong } from './group.tsx'

// More than this is found faster in a list that can be typed in.
const ROWS = 10

interface Props {
  sites: Site[]
  asking: Asking
  /** '' where the person would not say; undefined where nothing is chosen */
  chosen: string | undefined
}

/** Which place the answers are about. Nobody has to say. */
export function SiteField(props: Props) {
  return props.sites.length > ROWS ? <SiteList {...props} /> : <SiteRows {...props} />
}

/** A site so far: chosen in the form, or given by the QR code. */
export const siteOf = (asking: Asking, preselected: string | undefined) =>
  Object.hasOwn(asking.fields, 'site') ? one(asking.fields, 'site') : preselected || undefined

/** The id of the first control, for links from the list of faults. */
export const firstSite = (sites: Site[]) =>
  sites.length > ROWS ? controlId('site') : siteId(sites[0]?.id ?? '')

function SiteRows({ sites, asking, chosen }: Props) {
  const { language, words } = asking
  const fault = faultOf(asking, 'site')
  const rows = [
    ...sites.map(({ id, name }) => ({ id, text: said(name, language) })),
    { id: '', text: words('site.none') },
  ]
  return (
    <fieldset
      class={fault ? 'question faulty' : 'question'}
      role="radiogroup"
      aria-invalid={fault ? true : undefined}
      aria-describedby={fault && faultId('site')}
    >
      <legend>
        <Ask asking={asking} />
      </legend>
      {fault && <Wrong field="site" words={fault} />}
      <div class="controls">
        {rows.map(({ id, text }) => (
          <div class="option">
            <input type="radio" id={siteId(id)} name="site" value={id} checked={id === chosen} />
            <label for={siteId(id)}>{text}</label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function SiteList({ sites, asking, chosen }: Props) {
  const { language, words } = asking
  const fault = faultOf(asking, 'site')
  const { compare } = new Intl.Collator(language)
  const sorted = sites
    .map(({ id, name }) => ({ id, text: said(name, language) }))
    .toSorted((one, other) => compare(one.text, other.text))
  return (
    <div class={fault ? 'question faulty' : 'question'}>
      <Ask asking={asking} control={controlId('site')} />
      {fault && <Wrong field="site" words={fault} />}
      <div class="controls">
        <select
          id={controlId('site')}
          name="site"
          {...(fault && { 'aria-invalid': true, 'aria-describedby': faultId('site') })}
        >
          <option value="">{words('site.choose')}</option>
          {sorted.map(({ id, text }) => (
            <option value={id} selected={id === chosen}>
              {text}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

function Ask({ asking, control }: { asking: Asking; control?: string }) {
  const { words } = asking
  const text = (
    <>
      <span class="ask">{words('site.question')}</span>{' '}
      <span class="need">{words('optional')}</span>
    </>
  )
  return <h2>{control ? <label for={control}>{text}</label> : text}</h2>
}

// Two dots, since "site" is no question: nothing else can be called so.
const siteId = (site: string) => `site..${site}`
