import { idShape } from '../draft/node.ts'
import { lengthOf, tidy } from '../fields.ts'
import { NO_SITE, OTHERS } from '../release.ts'
import {
  MOST_LISTED,
  type RegisteredSite,
  SITE_NAME_LONGEST,
  type SiteGroup,
  type SiteWords,
} from './register.ts'

export type RowFaultCode =
  | 'quotes'
  | 'cells'
  | 'idMissing'
  | 'id'
  | 'reserved'
  | 'twice'
  | 'nameMissing'
  | 'nameLong'
  | 'listed'
  | 'groupLong'

/** One line of a file, cut into cells; undefined where its quotes do not pair. */
export interface FileLine {
  line: number
  text: string
  cells: string[] | undefined
}

export interface RowFault {
  line: number
  /** as they came, in the order of `columns`, to be given back */
  cells: string[]
  code: RowFaultCode
  values?: Record<string, string | number>
}

/** A row that can be taken: what is blank in it leaves what the register says. */
export interface SiteRow {
  id: string
  name: string
  listed?: number
  /** by its name */
  group?: string
}

/** What a file would do to the register. */
export interface SiteReport {
  fresh: SiteRow[]
  changed: SiteRow[]
  same: number
  faults: RowFault[]
}

export const columns = ['id', 'name', 'listed', 'group'] as const
export type Columns = Partial<Record<(typeof columns)[number], number>>

/** Judges every line of a file against the register. */
export function reportOn(
  lines: FileLine[],
  order: Columns,
  width: number,
  register: { sites: RegisteredSite[]; groups: SiteGroup[] },
): SiteReport {
  const known = new Map(register.sites.map((site) => [site.id, site]))
  const groups = new Map(register.groups.map(({ id, name }) => [id, name]))
  const seen = new Map<string, number>()
  const report: SiteReport = { fresh: [], changed: [], same: 0, faults: [] }
  for (const one of lines) {
    const row = readRow(one, order, width, seen)
    if ('code' in row) {
      report.faults.push({ line: one.line, cells: cellsBack(one, order), ...row })
      continue
    }
    seen.set(row.id, one.line)
    const site = known.get(row.id)
    if (!site) report.fresh.push(row)
    else if (isSame(row, site, groups)) report.same += 1
    else report.changed.push(row)
  }
  return report
}

/** In the order of `columns`; a line that cannot be cut stands whole in the first. */
const cellsBack = ({ text, cells }: FileLine, order: Columns): string[] =>
  cells ? columns.map((name) => cells[order[name] ?? -1] ?? '') : [text]

type Fault = Pick<RowFault, 'code' | 'values'>

function readRow(
  { cells }: FileLine,
  order: Columns,
  width: number,
  seen: Map<string, number>,
): SiteRow | Fault {
  if (!cells) return { code: 'quotes' }
  if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
    return { code: 'cells', values: { count: cells.length, most: width } }
  }
  const cell = (name: keyof Columns) => wordsIn(cells[order[name] ?? -1])
  const [id, name, listed, group] = [cell('id'), cell('name'), cell('listed'), cell('group')]
  if (id === '') return { code: 'idMissing' }
  if (!idShape.test(id)) return { code: 'id', values: { id: short(id) } }
  if ([NO_SITE, OTHERS, 'all'].includes(id) || id in Object.prototype) {
    return { code: 'reserved', values: { id } }
  }
  const first = seen.get(id)
  if (first !== undefined) return { code: 'twice', values: { id, line: first } }
  if (name === '') return { code: 'nameMissing' }
  if (lengthOf(name) > SITE_NAME_LONGEST) {
    return { code: 'nameLong', values: { most: SITE_NAME_LONGEST } }
  }
  const people = numberIn(listed)
  if (people === undefined) return { code: 'listed', values: { listed: short(listed) } }
  if (lengthOf(group) > SITE_NAME_LONGEST) {
    return { code: 'groupLong', values: { most: SITE_NAME_LONGEST } }
  }
  return { id, name, ...(listed !== '' && { listed: people }), ...(group && { group }) }
}

/** A cell on one line; the sign that our own files put before what looks like a formula goes. */
const wordsIn = (cell: string | undefined) =>
  tidy(cell)
    .replaceAll(/\s+/g, ' ')
    .replace(/^'(?=[=+\-@])/, '')

/** 12 345, 12.345 and 12345 are one number; '' is none, which is 0 here. */
function numberIn(listed: string): number | undefined {
  const plain = /^\d{1,3}([ .,\u00a0\u202f]\d{3})+$/.test(listed)
    ? listed.replaceAll(/\D/g, '')
    : listed
  if (!/^\d{0,9}$/.test(plain) || Number(plain) > MOST_LISTED) return undefined
  return Number(plain)
}

const short = (words: string) => (words.length > 40 ? `${words.slice(0, 39)}…` : words)

const isSame = (row: SiteRow, site: RegisteredSite, groups: Map<string, string>) =>
  row.name === site.name &&
  (row.listed === undefined || row.listed === site.listed) &&
  (row.group === undefined || row.group === groups.get(site.group ?? '')) &&
  site.retiredAt === undefined

/** What the register says of a site after its row; `group` is the id of the row's. */
export function after(row: SiteRow, site: RegisteredSite | undefined, group?: string): SiteWords {
  const { names = {}, listed, countedOn, group: before } = site ?? {}
  const isCounted = row.listed !== undefined && row.listed !== listed
  const people = row.listed ?? listed
  const where = group ?? before
  return {
    name: row.name,
    names: row.name === site?.name ? names : {},
    ...(people !== undefined && { listed: people }),
    ...(countedOn !== undefined && !isCounted && { countedOn }),
    ...(where !== undefined && { group: where }),
  }
}
