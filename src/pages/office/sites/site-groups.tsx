import { SITE_NAME_LONGEST, type SiteGroup } from '../../../survey/sites/register.ts'
import { FaultSummary, Field } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'

export type GroupFault = 'missing' | 'long' | 'taken'

export interface GroupsView {
  groups: SiteGroup[]
  /** of sites, by the group's id */
  counts: Map<string, number>
  given?: string
  fault?: GroupFault
}

export const groupFaultText = ({ words }: OfficeFrame, fault: GroupFault) =>
  words(`sites:fault.group.${fault}`, { count: SITE_NAME_LONGEST })

/** All groups of sites, and a new one. */
export function siteGroupsPage(frame: OfficeFrame, view: GroupsView): string {
  const { words, language } = frame
  const { compare } = new Intl.Collator(language, { numeric: true })
  const { count } = numbersIn(language)
  const groups = view.groups.toSorted((a, b) => compare(a.name, b.name))
  const title = words('sites:groups.title')
  const fault = view.fault && groupFaultText(frame, view.fault)
  return officeDocument(
    frame,
    { title: fault ? words('office:frame.faulty', { title }) : title },
    <>
      <p class="way-back">
        <a href={officePath(frame, '/office/sites')}>{words('sites:back')}</a>
      </p>
      <FaultSummary
        title={words('office:frame.faults')}
        faults={fault ? [{ field: 'name', text: fault }] : []}
      />
      <h1>{title}</h1>
      <p class="lede">{words('sites:groups.intro')}</p>
      {groups.length > 0 && (
        <ul class="bare-sites">
          {groups.map(({ id, name }) => (
            <li key={id}>
              <a href={officePath(frame, `/office/sites/groups/${encodeURIComponent(id)}`)}>
                {name}
              </a>
              <span class="quiet">
                {words('sites:sites', {
                  count: view.counts.get(id) ?? 0,
                  number: count(view.counts.get(id) ?? 0),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <section class="doing" aria-labelledby="new-group">
        <h2 id="new-group">{words('sites:groups.new')}</h2>
        <form method="post" action={officePath(frame, '/office/sites/groups')} noValidate>
          <Csrf frame={frame} />
          <Field
            name="name"
            label={words('sites:groups.name')}
            value={view.given ?? ''}
            fault={fault}
          />
          <button class="button" type="submit">
            {words('sites:groups.add')}
          </button>
        </form>
      </section>
    </>,
  )
}
