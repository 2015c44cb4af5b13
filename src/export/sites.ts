import type { RegisteredSite, SiteGroup } from '../survey/sites/register.ts'
import { csv } from './csv.ts'

/** The register as a file that can be changed and taken in again. */
export function sitesCsv(sites: RegisteredSite[], groups: SiteGroup[]): string {
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  const rows = sites.map(({ id, name, listed, group, countedOn }) => [
    id,
    name,
    listed,
    names.get(group ?? ''),
    countedOn,
  ])
  return csv([['id', 'name', 'listed', 'group', 'counted'], ...rows])
}
