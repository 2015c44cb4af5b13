import { languageName } from '../../../survey/language.ts'
import {
  calledIn,
  MOST_LISTED,
  type RegisteredSite,
  SITE_NAME_LONGEST,
  type SiteGroup,
} from '../../../survey/sites/register.ts'
import { FaultSummary } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'
import { SiteForm } from './site-form.tsx'

/** What was typed about a site. */
export interface GivenSite {
  id: string
  name: string
  names: Record<string, string>
  listed: string
  countedOn: string
  group: string
}

export interface SiteFault {
  field: 'id' | 'name' | `name.${string}` | 'listed' | 'countedOn' | 'group'
  code: 'missing' | 'long' | 'id' | 'reserved' | 'taken' | 'listed' | 'day' | 'group'
}

export const siteDoings = ['added', 'changed', 'retired', 'restored'] as const
export type SiteDone = (typeof siteDoings)[number]

export interface SiteView {
  /** absent: a new one */
  site?: RegisteredSite
  groups: SiteGroup[]
  languages: string[]
  today: string
  given?: GivenSite
  faults?: SiteFault[]
  done?: SiteDone | undefined
}

/** One site of the register, or a new one. */
export function sitePage(frame: OfficeFrame, view: SiteView): string {
  const { words, language } = frame
  const { site, done } = view
  const title = site ? calledIn(site, language) : words('sites:add')
  const faults = (view.faults ?? []).map((fault) => ({
    field: fault.field,
    text: said(frame, fault),
  }))
  return officeDocument(
    frame,
    { title: faults.length > 0 ? words('office:frame.faulty', { title }) : title },
    <>
      <p class="way-back">
        <a href={officePath(frame, '/office/sites')}>{words('sites:back')}</a>
      </p>
      <div class="narrow">
        <FaultSummary title={words('office:frame.faults')} faults={faults} />
        {done && <output class="notice good">{words(`sites:done.${done}`)}</output>}
        <h1>{title}</h1>
        {site ? (
          <State frame={frame} site={site} />
        ) : (
          <p class="lede">{words('sites:new.intro')}</p>
        )}
        <SiteForm
          frame={frame}
          view={{ ...view, given: view.given ?? writtenOut(site) }}
          faultOf={(field) => faults.find((fault) => fault.field === field)?.text}
        />
        {site && <Retirement frame={frame} site={site} />}
      </div>
    </>,
  )
}

/** A fault in words; a name in another language says which. */
function said({ words, language }: OfficeFrame, { field, code }: SiteFault): string {
  const [name, tongue] = field.split('.')
  const text = words(`sites:fault.${name}.${code}`, {
    count: SITE_NAME_LONGEST,
    most: numbersIn(language).count(MOST_LISTED),
  })
  return tongue ? `${languageName(tongue)}: ${text}` : text
}

function writtenOut(site: RegisteredSite | undefined): GivenSite {
  return {
    id: site?.id ?? '',
    name: site?.name ?? '',
    names: site?.names ?? {},
    listed: site?.listed?.toString() ?? '',
    countedOn: site?.countedOn ?? '',
    group: site?.group ?? '',
  }
}

function State({ frame: { words }, site }: { frame: OfficeFrame; site: RegisteredSite }) {
  return (
    <p class="lede">
      {site.retiredAt && <strong class="tag">{words('sites:tag.retired')}</strong>}{' '}
      {words('sites:idIs')} <code>{site.id}</code>
    </p>
  )
}

function Retirement({ frame, site }: { frame: OfficeFrame; site: RegisteredSite }) {
  const { words } = frame
  const [verb, key] = site.retiredAt ? ['restoration', 'restore'] : ['retirement', 'retire']
  const path = `/office/sites/site/${encodeURIComponent(site.id)}/${verb}`
  return (
    <section class="doing" aria-labelledby="retirement">
      <h2 id="retirement">{words(`sites:use.${key}.title`)}</h2>
      <p>{words(`sites:use.${key}.what`)}</p>
      <form method="post" action={officePath(frame, path)}>
        <Csrf frame={frame} />
        <button class="button plain" type="submit">
          {words(`sites:use.${key}.send`)}
        </button>
      </form>
    </section>
  )
}
