import type { Questionnaire } from './questionnaire.ts'
import type { Group, Release } from './release.ts'
import type { State } from './state.ts'
import type { Table } from './table.ts'

type Numbers = Omit<Table, 'withheld' | 'guarded'>

/** A release as machines read it; its shape only grows. */
export interface Results {
  survey: string
  questionnaire: number
  state: State
  responses: number
  released: number
  final: boolean
  smallestGroup: number
  /** address of the licence of published results */
  licence?: string
  groups: (Omit<Group, 'questions'> & { questions: Numbers[]; withheld?: string[] })[]
  /** which final release it is */
  release?: { number: number; hash: string; at: string }
}

export function resultsOf(
  questionnaire: Questionnaire,
  state: State,
  responses: number,
  release: Release,
): Results {
  const { number, hash, at } = release.standing ?? {}
  return {
    survey: questionnaire.id,
    questionnaire: questionnaire.number,
    state,
    responses,
    released: release.released,
    final: release.final,
    smallestGroup: release.smallestGroup,
    groups: release.groups.map(({ questions, ...group }) => {
      const withheld = questions.filter((table) => table.withheld).map(({ id }) => id)
      return {
        ...group,
        questions: questions.filter((table) => !table.withheld),
        ...(withheld.length > 0 && { withheld }),
      }
    }),
    ...(number !== undefined &&
      hash !== undefined &&
      at !== undefined && { release: { number, hash, at } }),
  }
}
