import type { Table } from '../../../survey/table.ts'
import { type Unshown, unshownOf } from '../../../survey/unshown.ts'
import type { Reader } from '../reader.ts'

const keys: Record<Unshown, string> = {
  apart: 'figures:apart.message',
  guarded: 'breakdowns:guarded',
  withheld: 'bySite.withheld',
  none: 'bySite.none',
  notYet: 'bySite.notYet',
}

/** What stands where a group has no numbers of a question. */
export function whyUnshown({ words }: Reader, table: Table, final: boolean): string | undefined {
  const why = unshownOf(table, final)
  return why && words(keys[why])
}
