import type { Site, Text } from '../questionnaire.ts'

/** A place in the organisation's register, from which surveys take their sites. */
export interface RegisteredSite {
  /** for life: answers are counted under it */
  id: string
  name: string
  /** what it is called in other languages, where that differs */
  names: Text
  /** people listed there, where known, and on which day they were counted */
  listed?: number
  countedOn?: string
  /** id of its group */
  group?: string
  /** new surveys do not offer it any more */
  retiredAt?: string
}

/** Sites that belong together, such as a municipality's health centres. */
export interface SiteGroup {
  id: string
  name: string
}

/** What may be written of a site; what is left out is taken away. */
export type SiteWords = Omit<RegisteredSite, 'id' | 'retiredAt'>

export const SITE_NAME_LONGEST = 100
export const MOST_LISTED = 100_000_000

export const calledIn = ({ name, names }: RegisteredSite, language: string): string =>
  names[language] ?? name

/** A site as a survey has it, named in each of the survey's languages. */
export function siteFor(site: RegisteredSite, languages: string[]): Site {
  const { id, listed } = site
  const name = Object.fromEntries(languages.map((language) => [language, calledIn(site, language)]))
  return { id, name, ...(listed !== undefined && { listed }) }
}

/** A survey's own site as the register takes it in. */
export function registeredFrom({ id, name, listed }: Site): RegisteredSite {
  const words = Object.values(name)
  const first = words[0] ?? id
  const others = Object.entries(name).filter(([, called]) => called !== first)
  return {
    id,
    name: first,
    names: Object.fromEntries(others),
    ...(listed !== undefined && { listed }),
  }
}

/** Whether a site is what someone looks for: every word is somewhere in its names or its id. */
export function isSought(site: RegisteredSite, sought: string): boolean {
  const all = [site.id, site.name, ...Object.values(site.names)].join('\n').toLowerCase()
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
