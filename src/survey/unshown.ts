import type { Table } from './table.ts'

/** Why a table has no numbers to show. */
export type Unshown = 'apart' | 'guarded' | 'withheld' | 'none' | 'notYet'

/** Undefined where it has numbers; what is withheld is never told as nothing. */
export function unshownOf(
  { apart, guarded, withheld, n }: Table,
  final: boolean,
): Unshown | undefined {
  if (apart) return 'apart'
  if (guarded) return 'guarded'
  if (withheld) return 'withheld'
  if (n > 0) return undefined
  return final ? 'none' : 'notYet'
}
