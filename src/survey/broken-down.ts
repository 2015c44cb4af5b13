import { auditQuestion } from './auditor/audit.ts'
import { keyOf } from './auditor/division.ts'
import { anyIn, type Atom, cellsIn, type Evidence, membersIn } from './auditor/evidence.ts'
import { pairsWith } from './auditor/mixing.ts'
import { withPairs } from './color/blend.ts'
import { type Breakdown, breakdownsOf, groupsIn, questionOf } from './breakdown.ts'
import { partition, tooFew } from './groups.ts'
import { ALL } from './kinds/rule.ts'
import type { Question, Questionnaire } from './questionnaire.ts'
import { finalRelease, type Group, OTHERS, type Release, type Tallies } from './release.ts'
import { type Table, tableOf, withheldTable } from './table.ts'

/** Some groups of a breakdown that are shown as one, in every question. */
interface Piece {
  ids: string[]
  atoms: Atom[]
}

interface Plan {
  by: Breakdown
  pieces: Piece[]
  /** by question, a table for each piece */
  tables: Map<string, Table[]>
}

/**
 * The final release by site and by each declared breakdown. Question by question, breakdowns are
 * let in as they were declared; one that the auditor does not pass shows fewer of its groups,
 * those first that are least mixed with others, and in the end none: what the rule shows by site
 * stands. Stops after each step, so that others can have their turn.
 */
export function* brokenDown(
  questionnaire: Questionnaire,
  given: Evidence,
): Generator<void, Release, void> {
  const release = finalRelease(questionnaire, given.tallies)
  if (release.released === 0) return release
  const plans: Plan[] = []
  for (const by of breakdownsOf(questionnaire)) {
    yield
    plans.push(...planOf(questionnaire, by, given))
  }
  const evidence = yield* paired(given)
  for (const question of questionnaire.questions) {
    for (const [index, plan] of plans.entries()) {
      if (questionOf(plan.by) === question.id) continue
      const before = plans.slice(0, index).map((one) => groupsOf(one, [question.id]))
      const given = [...release.groups, ...before.flat()]
      yield* settle(questionnaire, evidence, question, plan, given)
    }
  }
  const asked = questionnaire.questions.map(({ id }) => id)
  return {
    ...release,
    groups: [...release.groups, ...plans.flatMap((one) => groupsOf(one, asked))],
  }
}

/** The same with the last batch of every strand paired, so that it is done once. */
function* paired({ atoms, tallies }: Evidence): Generator<void, Evidence, void> {
  const closed: Tallies = new Map()
  for (const [site, strands] of tallies) {
    const own = [...strands].map(([question, strand]) => {
      const blend = strand.blend && {
        ...strand.blend,
        open: new Map(),
        pairs: withPairs(strand.blend),
      }
      return [question, { ...strand, ...(blend && { blend }) }] as const
    })
    closed.set(site, new Map(own))
    yield
  }
  return { atoms, tallies: closed }
}

/** The groups of a breakdown that are large enough, the rest merged; [] where none can be told. */
function planOf(questionnaire: Questionnaire, by: Breakdown, { atoms }: Evidence): Plan[] {
  const key = keyOf(questionnaire, by)
  const of = (id: string) => atoms.filter((atom) => key(atom) === id)
  const sizes = groupsIn(questionnaire, by).map((id) => [id, membersIn(of(id), ALL)] as const)
  const there = new Map(sizes.filter(([, n]) => n > 0))
  const parts = there.size > 1 ? partition(there, questionnaire.smallestGroup) : []
  if (parts.length === 0) return []
  const pieces = parts.map(({ sites: ids }) => ({ ids, atoms: ids.flatMap(of) }))
  return [{ by, pieces, tables: new Map() }]
}

/** Finds out which tables of a question a breakdown may show beside what is given. */
function* settle(
  questionnaire: Questionnaire,
  evidence: Evidence,
  question: Question,
  plan: Plan,
  given: Group[],
) {
  const { pieces, by } = plan
  const few = fewIn(pieces, question, questionnaire.smallestGroup)
  const ids = pieces.map((piece) => piece.ids)
  const beside = pairsWith(questionnaire, evidence, question.id, by, ids)
  const mixed = new Map(pieces.map((piece, index) => [piece, beside[index]!]))
  const hidden = new Set(few)
  const order = pieces
    .filter((piece) => !few.includes(piece) && anyIn(piece.atoms, question.id))
    .toSorted((a, b) => mixed.get(a)! - mixed.get(b)! || sizeOf(a, question) - sizeOf(b, question))
  for (;;) {
    const tables = pieces.map((piece) => tableIn(piece, question, hidden, few))
    plan.tables.set(question.id, tables)
    yield
    const groups = [...given, ...groupsOf(plan, [question.id])]
    const leaks = yield* auditQuestion(questionnaire, groups, evidence, question)
    if (leaks.length === 0 || order.length === 0) break
    hidden.add(order.shift()!)
    // One alone would be told by subtracting the others.
    if (hidden.size === 1 && order.length > 0) hidden.add(order.shift()!)
  }
}

const sizeOf = ({ atoms }: Piece, { id }: Question) => membersIn(atoms, id)

function fewIn(pieces: Piece[], question: Question, k: number): Piece[] {
  const all = pieces.flatMap(({ atoms }) => atoms)
  if (membersIn(all, question.id) < k) return pieces
  const parts = pieces.map((piece) => ({
    sites: [piece.ids[0]!],
    n: sizeOf(piece, question),
    any: anyIn(piece.atoms, question.id),
  }))
  const few = tooFew(parts, k)
  return pieces.filter((_, index) => few.includes(parts[index]!))
}

function tableIn(piece: Piece, question: Question, hidden: Set<Piece>, few: Piece[]): Table {
  if (!hidden.has(piece)) return tableOf(question, cellsIn(piece.atoms, question.id))
  const withheld = withheldTable(question)
  return few.includes(piece) ? withheld : { ...withheld, guarded: true }
}

const groupsOf = ({ by, pieces, tables }: Plan, asked: string[]): Group[] =>
  pieces.map(({ ids, atoms }, index) => ({
    by,
    id: ids.length > 1 ? OTHERS : ids[0]!,
    released: membersIn(atoms, ALL),
    questions: asked.flatMap((id) => tables.get(id)?.[index] ?? []),
    ...(ids.length > 1 && { merged: ids }),
  }))
