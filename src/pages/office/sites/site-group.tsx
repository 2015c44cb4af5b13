import { calledIn, type RegisteredSite, type SiteGroup } from '../../../survey/sites/register.ts'
import { FaultSummary, Field } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'
import { type GroupFault, groupFaultText } from './site-groups.tsx'

export interface GroupView {
  group: SiteGroup
  members: RegisteredSite[]
  /** found by the words `q`, and not in it; `found` counts also those that are not shown */
  offered: RegisteredSite[]
  found: number
  q: string
  given?: string
  fault?: GroupFault
  done?: string
}

interface Props {
  frame: OfficeFrame
  view: GroupView
}

/** A group of sites: what is in it, and what could be. */
export function siteGroupPage(frame: OfficeFrame, view: GroupView): string {
  const { words } = frame
  const { group, done } = view
  const fault = view.fault && groupFaultText(frame, view.fault)
  const path = pathOf(view)
  return officeDocument(
    frame,
    { title: fault ? words('office:frame.faulty', { title: group.name }) : group.name },
    <>
      <p class="way-back">
        <a href={officePath(frame, '/office/sites/groups')}>{words('sites:groups.back')}</a>
      </p>
      <FaultSummary
        title={words('office:frame.faults')}
        faults={fault ? [{ field: 'name', text: fault }] : []}
      />
      {done && <output class="notice good">{words(`sites:group.done.${done}`)}</output>}
      <h1>{group.name}</h1>
      <Members frame={frame} view={view} />
      <Others frame={frame} view={view} />
      <section class="doing" aria-labelledby="rename">
        <h2 id="rename">{words('sites:group.rename')}</h2>
        <form method="post" action={officePath(frame, path)} noValidate>
          <Csrf frame={frame} />
          <Field
            name="name"
            label={words('sites:groups.name')}
            value={view.given ?? group.name}
            fault={fault}
          />
          <button class="button" type="submit">
            {words('sites:save')}
          </button>
        </form>
      </section>
    </>,
  )
}

const pathOf = ({ group }: GroupView) => `/office/sites/groups/${encodeURIComponent(group.id)}`

function Members({ frame, view }: Props) {
  const { words, language } = frame
  const { members } = view
  const number = numbersIn(language).count(members.length)
  return (
    <section aria-labelledby="members">
      <h2 id="members">{words('sites:group.members', { count: members.length, number })}</h2>
      {members.length > 0 && (
        <form method="post" action={officePath(frame, `${pathOf(view)}/sites`)}>
          <Csrf frame={frame} />
          <Picks frame={frame} name="out" legend={words('sites:group.out')} sites={members} />
          <button class="button plain" type="submit">
            {words('sites:group.takeOut')}
          </button>
        </form>
      )}
    </section>
  )
}

function Others({ frame, view }: Props) {
  const { words, language } = frame
  const { q, offered, found } = view
  const { count } = numbersIn(language)
  return (
    <section class="doing" aria-labelledby="others">
      <h2 id="others">{words('sites:group.more')}</h2>
      <form class="filter" method="get" action={pathOf(view)}>
        {frame.languageChosen && <input type="hidden" name="lang" value={language} />}
        <Field name="q" type="search" label={words('sites:seek')} value={q} optional />
        <button class="button plain" type="submit">
          {words('sites:show')}
        </button>
      </form>
      {q !== '' && found === 0 && <p class="quiet">{words('sites:group.none')}</p>}
      {offered.length > 0 && (
        <form method="post" action={officePath(frame, `${pathOf(view)}/sites`)}>
          <Csrf frame={frame} />
          <Picks
            frame={frame}
            name="put"
            legend={words('sites:group.found', { count: found, number: count(found) })}
            sites={offered}
          />
          {found > offered.length && (
            <p class="quiet">{words('sites:group.first', { count: offered.length })}</p>
          )}
          <button class="button" type="submit">
            {words('sites:group.putIn')}
          </button>
        </form>
      )}
    </section>
  )
}

interface PicksProps {
  frame: OfficeFrame
  name: string
  legend: string
  sites: RegisteredSite[]
}

function Picks({ frame: { language }, name, legend, sites }: PicksProps) {
  return (
    <fieldset class="field choice">
      <legend>{legend}</legend>
      <div class="picks">
        {sites.map((site) => (
          <label key={site.id} class="pick">
            <input type="checkbox" name={name} value={site.id} />
            <span>{calledIn(site, language)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
