import { type Marks, marksAfter, mergeMarks } from '../../src/survey/draft/marks.ts'
import { merge } from '../../src/survey/draft/merge.ts'
import type { Tree } from '../../src/survey/draft/tree.ts'

/** A draft as it is at some moment. */
export interface Moment {
  tree: Tree
  marks: Marks
}

interface Change {
  /** typing in one field is one change */
  field: string | undefined
  before: Moment
  after: Moment
}

export interface History {
  now: Moment
  past: Change[]
  future: Change[]
}

/** So many changes can be undone. */
const MOST = 200

export const beginning = (now: Moment): History => ({ now, past: [], future: [] })

export function changed(history: History, tree: Tree, field?: string): History {
  const { now, past } = history
  if (tree === now.tree) return history
  const after = { tree, marks: marksAfter(now.tree, tree, now.marks) }
  const last = past.at(-1)
  const goesOn = field !== undefined && last?.field === field && last.after === now
  const change = { field, before: goesOn ? last.before : now, after }
  return {
    now: after,
    past: [...past.slice(goesOn ? 0 : -MOST, goesOn ? -1 : undefined), change],
    future: [],
  }
}

/** A translation is still right for what its source has become. */
export function confirmed(history: History, mark: string, source: string): History {
  const after = { ...history.now, marks: { ...history.now.marks, [mark]: source } }
  const change = { field: undefined, before: history.now, after }
  return { now: after, past: [...history.past.slice(-MOST), change], future: [] }
}

export function undone(history: History): History {
  const change = history.past.at(-1)
  if (!change) return history
  return {
    now: turned(history.now, change.after, change.before),
    past: history.past.slice(0, -1),
    future: [...history.future, change],
  }
}

export function redone(history: History): History {
  const change = history.future.at(-1)
  if (!change) return history
  return {
    now: turned(history.now, change.before, change.after),
    past: [...history.past, change],
    future: history.future.slice(0, -1),
  }
}

/** Only the change itself is turned: what a colleague did meanwhile stays. */
function turned(now: Moment, from: Moment, to: Moment): Moment {
  if (now === from) return to
  const { merged } = merge(from.tree, now.tree, to.tree)
  return { tree: merged, marks: mergeMarks(from.marks, now.marks, to.marks, merged) }
}
