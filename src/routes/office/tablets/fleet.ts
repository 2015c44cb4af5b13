import type { Fleet, FleetSite, Named } from '../../../pages/office/tablets/fleet.ts'
import type { Store, Survey, User } from '../../../store/store.ts'
import type { Device } from '../../../survey/tablets/device.ts'
import type { Text } from '../../../survey/questionnaire.ts'
import { calledIn } from '../../../survey/sites/register.ts'

/**
 * An organisation's devices by site, of its surveys and its register, in the language of who reads;
 * who has to do with some sites
 * only knows of no others.
 */
export async function fleetOf(
  store: Store,
  { organisation, sites: own }: Pick<User, 'organisation' | 'sites'>,
  language: string,
  now: number,
): Promise<Fleet> {
  const surveys = await store.surveys(organisation)
  const order = new Intl.Collator(language, { numeric: true })
  const sites = sitesOf(surveys, language)
  const zone = surveys[0]?.dates.timeZone ?? nowhere.zone
  for (const site of await store.sites(organisation)) {
    const { id, retiredAt } = site
    if (retiredAt || sites.has(id)) continue
    sites.set(id, { name: calledIn(site, language), id, zone, gone: false, devices: [] })
  }
  for (const device of await store.devices(organisation)) {
    const { site: id } = device
    if (!sites.has(id)) sites.set(id, { ...nowhere, id, name: id, devices: [] })
    sites.get(id)!.devices.push(device)
  }
  const last = ({ revokedAt }: Device) => Number(revokedAt !== undefined)
  for (const { devices } of sites.values()) {
    devices.sort((a, b) => last(a) - last(b) || order.compare(a.name, b.name))
  }
  return {
    sites: [...sites.values()]
      .filter(({ id }) => own.length === 0 || own.includes(id))
      .toSorted((a, b) => order.compare(a.name, b.name)),
    titles: new Map(surveys.map((survey) => [survey.id, titleOf(survey, language)])),
    now,
  }
}

/** A device stands there, but neither a survey nor the register has the site any more. */
const nowhere = { zone: 'UTC', gone: true }

/** The sites of all surveys, each once, named in the reader's language where a survey does so. */
export function sitesOf(surveys: Survey[], language: string): Map<string, FleetSite> {
  const sites = new Map<string, FleetSite>()
  for (const survey of surveys) {
    const { sites: here, languages, timeZone: zone } = contentOf(survey)
    for (const { id, name } of here) {
      const known = sites.get(id)
      if (known && !known.lang) continue
      const named = nameIn(name, languages, language)
      if (known && named.lang) continue
      sites.set(id, { ...named, id, zone, gone: false, devices: [] })
    }
  }
  return sites
}

function titleOf(survey: Survey, language: string): Named {
  const { title, languages } = contentOf(survey)
  return nameIn(title, languages, language)
}

const contentOf = ({ questionnaire, draft }: Survey) => questionnaire ?? draft

function nameIn(text: Text, languages: string[], language: string): Named {
  const own = text[language]
  if (own) return { name: own }
  const first = languages.find((lang) => text[lang]) ?? ''
  return { name: text[first] ?? '', lang: first }
}
