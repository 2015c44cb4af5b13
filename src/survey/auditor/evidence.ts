import { breakdownsOf, groupIn } from '../breakdown.ts'
import type { Count } from '../counts.ts'
import { ALL } from '../kinds/rule.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { Tallies } from '../release.ts'
import type { Response } from '../response.ts'
import type { Cells } from '../table.ts'

/** Everyone at one site who is in the same group of every breakdown, and what they answered. */
export interface Atom {
  site: string
  /** by breakdown, in the order in which they are declared */
  groups: string[]
  /** by question; '' is the response as a whole */
  cells: Map<string, Cells>
}

/** What a final release is made from, and judged by. */
export interface Evidence {
  atoms: Atom[]
  /** what was shown in steps, and how well those were mixed */
  tallies: Tallies
}

/** Counts responses into atoms. */
export function makeAtoms(questionnaire: Questionnaire) {
  const breakdowns = breakdownsOf(questionnaire)
  const atoms = new Map<string, Atom>()
  return {
    add(response: Response, counts: Count[]) {
      const groups = breakdowns.map((by) => groupIn(by, response))
      const key = [response.site, ...groups].join(' ')
      const atom = atoms.get(key) ?? { site: response.site, groups, cells: new Map() }
      atoms.set(key, atom)
      for (const { question, cells } of counts) {
        const counted: Cells = atom.cells.get(question) ?? new Map()
        for (const cell of cells) counted.set(cell, (counted.get(cell) ?? 0) + 1)
        atom.cells.set(question, counted)
      }
    },
    all: () => [...atoms.values()],
  }
}

/** What these answered to a question. */
export function cellsIn(atoms: Atom[], question: string): Cells {
  const sums: Cells = new Map()
  for (const atom of atoms) {
    atom.cells.get(question)?.forEach((count, id) => sums.set(id, (sums.get(id) ?? 0) + count))
  }
  return sums
}

/** How many of these count in a question's numbers. */
export const membersIn = (atoms: Atom[], question: string) =>
  atoms.reduce((sum, { cells }) => sum + (cells.get(question)?.get(ALL) ?? 0), 0)

/** Whether any of these said anything, also beside the numbers. */
export const anyIn = (atoms: Atom[], question: string) =>
  atoms.some(({ cells }) => cells.has(question))
