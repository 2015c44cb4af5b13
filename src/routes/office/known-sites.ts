import type { Place } from '../../pages/office/access.ts'
import type { Store } from '../../store/store.ts'
import { sitesOf } from './fleet.ts'

/** The organisation's sites, by name in the reader's language. */
export async function knownSites(
  store: Store,
  organisation: string,
  language: string,
): Promise<Place[]> {
  const order = new Intl.Collator(language, { numeric: true })
  return [...sitesOf(await store.surveys(organisation), language).values()]
    .map(({ id, name, lang }) => ({ id, name, ...(lang && { lang }) }))
    .toSorted((a, b) => order.compare(a.name, b.name))
}

/** The zone in which an organisation's times are told: that of its surveys. */
export async function zoneOf(store: Store, organisation: string): Promise<string> {
  const [first] = await store.surveys(organisation)
  return first?.dates.timeZone ?? 'UTC'
}
