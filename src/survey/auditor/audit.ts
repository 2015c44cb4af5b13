import { breakdownsOf, groupsIn, questionOf } from '../breakdown.ts'
import type { Question, Questionnaire } from '../questionnaire.ts'
import { ALL } from '../kinds/rule.ts'
import { type Group, NO_SITE } from '../release.ts'
import { total } from '../strand.ts'
import { tableOf } from '../table.ts'
import { isPinned } from './bounds.ts'
import { type Division, divisionsOf, idsOf, membersOf } from './division.ts'
import { cellsIn, type Evidence } from './evidence.ts'
import { isMixed } from './mixing.ts'

/** What would let a reader see fewer than the smallest group, and how. */
export interface Leak {
  code:
    | 'undeclared'
    | 'overlapping'
    | 'alone'
    | 'own'
    | 'counted'
    | 'few'
    | 'steps'
    | 'unmixed'
    | 'pinned'
  question?: string
  by?: string
  group?: string
}

/**
 * Looks at a final release beside everything that was shown before it, knowing nothing of how it
 * was made. [] where no reader can derive what 1 to k−1 people answered.
 */
export function audit(questionnaire: Questionnaire, groups: Group[], evidence: Evidence): Leak[] {
  const shape = misshapen(questionnaire, groups)
  if (shape.length > 0) return shape
  return questionnaire.questions.flatMap((question) => {
    const steps = auditQuestion(questionnaire, groups, evidence, question)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
    }
  })
}

/** The same of one question, in pieces; the groups must be of a right shape. */
export function* auditQuestion(
  questionnaire: Questionnaire,
  groups: Group[],
  evidence: Evidence,
  question: Question,
): Generator<void, Leak[], void> {
  const { atoms } = evidence
  const divisions = divisionsOf(questionnaire, groups, atoms, question.id)
  yield
  const plain = [
    ...wrong(groups, divisions, evidence, question),
    ...tooSmall(divisions, question, questionnaire.smallestGroup),
    ...stepped(questionnaire, divisions, evidence, question),
  ]
  if (plain.length > 0) return plain
  if (!isMixed(questionnaire, divisions, evidence, question.id)) {
    return [{ code: 'unmixed', question: question.id }]
  }
  yield
  return isPinned(question, divisions, atoms, questionnaire.smallestGroup)
    ? [{ code: 'pinned', question: question.id }]
    : []
}

/** Groups that nobody declared, or that are in each other. */
function misshapen(questionnaire: Questionnaire, groups: Group[]): Leak[] {
  const declared = breakdownsOf(questionnaire)
  const seen = new Set<string>()
  return groups.flatMap((group): Leak[] => {
    const { by, id } = group
    if (by === 'all') return []
    const isDeclared = by === 'site' || declared.includes(by)
    const known =
      by === 'site'
        ? [...questionnaire.sites.map((site) => site.id), NO_SITE]
        : isDeclared
          ? groupsIn(questionnaire, by)
          : []
    const ids = idsOf(group)
    const leak = (code: Leak['code']): Leak => ({ code, by, group: id })
    if (!isDeclared || ids.some((one) => !known.includes(one))) return [leak('undeclared')]
    if ((group.merged ?? group.sites)?.length === 1) return [leak('alone')]
    const twice = ids.some((one) => seen.has(`${by} ${one}`))
    for (const one of ids) seen.add(`${by} ${one}`)
    return twice ? [leak('overlapping')] : []
  })
}

/** Tables that say something else than was answered, or what their group was made from. */
function wrong(
  groups: Group[],
  divisions: Division[],
  { atoms }: Evidence,
  question: Question,
): Leak[] {
  const own = groups.filter(
    ({ by, questions }) =>
      questionOf(by) === question.id && questions.some(({ id }) => id === question.id),
  )
  const whole = groups
    .find(({ by }) => by === 'all')
    ?.questions.find(({ id }) => id === question.id)
  const cells = cellsIn(atoms, question.id)
  const all = whole && !whole.withheld ? [{ by: 'all', id: 'all', table: whole, cells }] : []
  const classes = divisions.flatMap(({ by, classes }) => classes.map((one) => ({ ...one, by })))
  const off = [...all, ...classes].filter(({ table, cells }) => {
    const counted = table && tableOf(question, cells)
    return counted && JSON.stringify(table) !== JSON.stringify(counted)
  })
  return [
    ...own.map(({ by, id }): Leak => ({ code: 'own', question: question.id, by, group: id })),
    ...off.map(({ by, id }): Leak => ({ code: 'counted', question: question.id, by, group: id })),
  ]
}

/** Shown groups, and what subtracting them from the whole leaves. */
const tooSmall = (divisions: Division[], { id: question }: Question, k: number): Leak[] =>
  divisions.flatMap(({ by, classes }) => {
    if (!classes.some(({ table }) => table)) return []
    return classes
      .filter((one) => one.atoms.length > 0 && membersOf(one) < k)
      .map(({ id }): Leak => ({ code: 'few', question, by, group: id }))
  })

/** What the final adds, site by site, to what was shown in steps. */
function stepped(
  questionnaire: Questionnaire,
  divisions: Division[],
  { tallies }: Evidence,
  { id: question }: Question,
): Leak[] {
  const sites = divisions.find(({ by }) => by === 'site')!
  return sites.classes.flatMap(({ id, atoms }): Leak[] => {
    const cells = [...new Set(atoms.map(({ site }) => site))].flatMap(
      (site) => tallies.get(site)?.get(question)?.cells.get(ALL) ?? [],
    )
    const shown = cells.reduce((sum, cell) => sum + cell.shown, 0)
    const added = cells.reduce((sum, cell) => sum + total(cell) - cell.shown, 0)
    const isStep = shown === 0 || added === 0 || added >= questionnaire.smallestGroup
    return isStep ? [] : [{ code: 'steps', question, by: 'site', group: id }]
  })
}
