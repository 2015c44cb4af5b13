import { eq } from 'drizzle-orm'
import type { Blend } from '../../../survey/color/blend.ts'
import type { Tallies } from '../../../survey/release.ts'
import type { Strand } from '../../../survey/strand.ts'
import type { Db } from '../connection.ts'
import { tallies } from '../schema/schema.ts'

/** A strand as its row in `tallies` holds it. */
export interface TallyRow {
  /** `{ cell: [open, held, shown] }` */
  cells: string
  /** `[open, held]`, texts each, and then how its batches are mixed: `[open, pairs, gone]` */
  waiting: string
}

/** Sorted, so that the database does not tell in which order people came. */
export function written({ cells, open, held, blend }: Strand): TallyRow {
  const counts = [...cells]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, cell]) => [id, [cell.open, cell.held, cell.shown]])
  return {
    cells: JSON.stringify(Object.fromEntries(counts)),
    waiting: JSON.stringify([open.toSorted(), held.toSorted(), ...(blend ? [listed(blend)] : [])]),
  }
}

export function readStrand(row: TallyRow): Strand {
  const cells = Object.entries(JSON.parse(row.cells) as Record<string, [number, number, number]>)
  const [open, held, mixed] = JSON.parse(row.waiting) as [string[], string[], Listed?]
  return {
    cells: new Map(cells.map(([id, [open, held, shown]]) => [id, { open, held, shown }])),
    open,
    held,
    ...(mixed && { blend: blendOf(mixed) }),
  }
}

type Listed = [Record<string, number>, Record<string, number>, number?]

const listed = ({ open, pairs, gone }: Blend): Listed =>
  gone ? [sorted(open), sorted(pairs), gone] : [sorted(open), sorted(pairs)]

const blendOf = ([open, pairs, gone]: Listed): Blend => ({
  open: mapOf(open),
  pairs: mapOf(pairs),
  ...(gone && { gone }),
})

const sorted = (counts: Map<string, number>) =>
  Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))

const mapOf = (counts: Record<string, number>) => new Map(Object.entries(counts))

/** Everything counted of a survey. */
export function readTallies(db: Db, survey: string): Tallies {
  const found: Tallies = new Map()
  for (const row of db.select().from(tallies).where(eq(tallies.survey, survey)).all()) {
    const strands = found.get(row.site) ?? new Map()
    found.set(row.site, strands.set(row.question, readStrand(row)))
  }
  return found
}
