import type { GivenSite, SiteFault } from '../../../pages/office/sites/site.tsx'
import { isDate } from '../../../survey/calendar.ts'
import { idShape } from '../../../survey/draft/node.ts'
import { lengthOf, one } from '../../../survey/fields.ts'
import { NO_SITE, OTHERS } from '../../../survey/release.ts'
import type { Fields } from '../../../survey/response.ts'
import {
  MOST_LISTED,
  SITE_NAME_LONGEST,
  type SiteGroup,
  type SiteWords,
} from '../../../survey/sites/register.ts'

/** A form's words about a site, as they came. */
export function siteIn(fields: Fields, languages: string[]): GivenSite {
  const line = (name: string) => one(fields, name).replaceAll(/\s+/g, ' ')
  const names = languages.map((language) => [language, line(`name.${language}`)] as const)
  return {
    id: line('id'),
    name: line('name'),
    names: Object.fromEntries(names.filter(([, name]) => name !== '')),
    listed: line('listed').replaceAll(/[\s\u00a0\u202f]/g, ''),
    countedOn: line('countedOn'),
    group: line('group'),
  }
}

interface Setting {
  groups: SiteGroup[]
  today: string
}

/** What is wrong with them, but for what only the register knows. */
export function siteFaults(
  { id, name, names, listed, countedOn, group }: GivenSite,
  { groups, today }: Setting,
  { isNew }: { isNew: boolean },
): SiteFault[] {
  const faults: SiteFault[] = []
  const add = (field: SiteFault['field'], code: SiteFault['code']) => faults.push({ field, code })
  if (name === '') add('name', 'missing')
  for (const [field, words] of [
    ['name', name],
    ...Object.entries(names).map(([language, words]) => [`name.${language}`, words]),
  ] as [SiteFault['field'], string][]) {
    if (lengthOf(words) > SITE_NAME_LONGEST) add(field, 'long')
  }
  if (isNew && id !== '') {
    if (!idShape.test(id)) add('id', 'id')
    else if ([NO_SITE, OTHERS, 'all'].includes(id) || id in Object.prototype) add('id', 'reserved')
  }
  if (!/^\d{0,9}$/.test(listed) || Number(listed) > MOST_LISTED) add('listed', 'listed')
  if (countedOn !== '' && (!isDate(countedOn) || countedOn > today)) add('countedOn', 'day')
  if (group !== '' && !groups.some((one) => one.id === group)) add('group', 'group')
  return faults
}

export const wordsOf = ({ name, names, listed, countedOn, group }: GivenSite): SiteWords => ({
  name,
  names: Object.fromEntries(Object.entries(names).filter(([, words]) => words !== name)),
  ...(listed !== '' && { listed: Number(listed) }),
  ...(listed !== '' && countedOn !== '' && { countedOn }),
  ...(group !== '' && { group }),
})
