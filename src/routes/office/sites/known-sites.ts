import type { Place } from '../../../pages/office/people/access.ts'
import type { Store } from '../../../store/store.ts'
import { calledIn, type RegisteredSite } from '../../../survey/sites/register.ts'

/** What every door to the register of sites asks for. */
export const forSites = { config: { right: 'sites' } } as const

/** The organisation's sites that are in use, by name in the reader's language. */
export async function knownSites(
  store: Store,
  organisation: string,
  language: string,
): Promise<Place[]> {
  const used = (await store.sites(organisation)).filter(({ retiredAt }) => !retiredAt)
  return sorted(used, language).map((site) => ({ id: site.id, name: calledIn(site, language) }))
}

/** By name, as the reader's language sorts. */
export function sorted(sites: RegisteredSite[], language: string): RegisteredSite[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  return sites
    .map((site) => ({ site, name: calledIn(site, language) }))
    .toSorted((a, b) => compare(a.name, b.name))
    .map(({ site }) => site)
}

/** The zone in which an organisation's times are told: that of its surveys. */
export async function zoneOf(store: Store, organisation: string): Promise<string> {
  const [first] = await store.surveys(organisation)
  return first?.dates.timeZone ?? 'UTC'
}
