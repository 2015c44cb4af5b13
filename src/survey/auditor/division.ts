import type { Breakdown } from '../breakdown.ts'
import { breakdownsOf } from '../breakdown.ts'
import { ALL } from '../kinds/rule.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { type Group, NO_SITE } from '../release.ts'
import type { Cells, Table } from '../table.ts'
import { anyIn, type Atom, cellsIn } from './evidence.ts'

/** Some that a reader can tell of as one. */
export interface Class {
  atoms: Atom[]
  /** what they answered, counted anew */
  cells: Cells
  /** the table that was shown of them; absent where they are what is left of the whole */
  table?: Table
  id: string
}

/** The whole in classes: those that are shown, and the rest, which subtracting tells of. */
export interface Division {
  by: 'site' | Breakdown
  classes: Class[]
}

/** What the groups of a release divide the answers to one question into, one way at a time. */
export function divisionsOf(
  questionnaire: Questionnaire,
  groups: Group[],
  atoms: Atom[],
  question: string,
): Division[] {
  const by = ['site' as const, ...breakdownsOf(questionnaire)]
  const peopled = atoms.filter((atom) => anyIn([atom], question))
  return by.map((one) => ({
    by: one,
    classes: classesOf(
      groups.filter((group) => group.by === one),
      peopled,
      question,
      keyOf(questionnaire, one),
    ),
  }))
}

/** The group of a way of dividing that an atom is in. */
export function keyOf(questionnaire: Questionnaire, by: Division['by']): (atom: Atom) => string {
  if (by === 'site') return ({ site }) => site || NO_SITE
  const index = breakdownsOf(questionnaire).indexOf(by)
  return ({ groups }) => groups[index] ?? ''
}

export const idsOf = ({ id, sites, merged }: Group) => sites ?? merged ?? [id]

function classesOf(
  groups: Group[],
  atoms: Atom[],
  question: string,
  key: (atom: Atom) => string,
): Class[] {
  const shown = groups.flatMap((group) => {
    const table = group.questions.find(({ id }) => id === question)
    if (!table || table.withheld) return []
    const ids = new Set(idsOf(group))
    const own = atoms.filter((atom) => ids.has(key(atom)))
    return [{ id: group.id, table, atoms: own, cells: cellsIn(own, question) }]
  })
  const told = new Set(shown.flatMap((one) => one.atoms))
  const rest = atoms.filter((atom) => !told.has(atom))
  if (rest.length === 0) return shown
  return [...shown, { id: '', atoms: rest, cells: cellsIn(rest, question) }]
}

/** How many of a class count in the question's numbers. */
export const membersOf = ({ cells }: Class) => cells.get(ALL) ?? 0
