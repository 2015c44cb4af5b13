import { differences } from '../../src/survey/draft/differences.ts'
import { type Marks, marksOf, mergeMarks } from '../../src/survey/draft/marks.ts'
import { type Clash, clashKey, merge, type Side } from '../../src/survey/draft/merge.ts'
import { withoutNamesakes } from '../../src/survey/draft/namesakes.ts'
import { writtenOut } from '../../src/survey/draft/texts.ts'
import { mapOf, type Path, same, type Tree } from '../../src/survey/draft/tree.ts'
import {
  beginning,
  changed,
  confirmed,
  type History,
  type Moment,
  redone,
  undone,
} from './history.ts'
import type { Kept, keeping } from './kept.ts'
import type { Reply, Sent, Theirs } from './sending.ts'

export type Status =
  | { is: 'saved'; at: string }
  | { is: 'changed' | 'saving' | 'offline' | 'conflict' }
  | { is: 'refused'; words: string }

export interface State {
  history: History
  status: Status
  /** what a colleague did since, in a sentence and by field */
  told?: { words: string; paths: Path[]; tree: Tree }
  /** fields that both changed, and what has been chosen so far */
  conflict?: { theirs: Theirs; clashes: Clash[]; choices: Record<string, Side> }
  /** said to those who do not see it */
  said: string
  /** the id of what takes the focus next */
  focus?: string
  /** counts what the server has */
  revision: number
}

interface Setting {
  draft: { revision: number; at: string; tree: unknown; marks: Marks }
  send: (sent: Sent) => Promise<Reply>
  kept: ReturnType<typeof keeping>
  /** calls back once, after milliseconds; what it returns calls it off */
  later: (call: () => void, after: number) => () => void
}

const PAUSE = 800
const AGAIN = 5000

export type Session = ReturnType<typeof makeSession>

/** One person's editing of a draft: what there is, what the server has, and how they meet. */
export function makeSession({ draft, send, kept, later }: Setting) {
  const served: Kept['base'] = {
    revision: draft.revision,
    tree: writtenOut(mapOf(draft.tree)),
    marks: draft.marks,
  }
  const left = kept.taken()
  let base = left?.base ?? served
  let state: State = {
    history: beginning(left?.now ?? served),
    status: left ? { is: 'changed' } : { is: 'saved', at: draft.at },
    said: '',
    revision: draft.revision,
  }
  let busy = false
  let callOff = () => {}
  const watchers = new Set<() => void>()

  function set(more: Partial<State>) {
    state = { ...state, ...more }
    for (const watcher of watchers) watcher()
  }

  function edit(history: History, more: Partial<State> = {}) {
    if (history === state.history) return
    kept.keep({ base, now: history.now })
    const waits = state.conflict ? { is: 'conflict' as const } : { is: 'changed' as const }
    set({ history, status: waits, ...more })
    if (state.conflict) meet(state.conflict.theirs)
    else soon(PAUSE)
  }

  function soon(after: number) {
    callOff()
    callOff = later(() => void save(), after)
  }

  async function save() {
    if (busy || state.conflict) return
    const { now } = state.history
    const sent = { tree: now.tree, marks: marksOf(now.tree, now.marks) }
    if (same(sent.tree, base.tree) && same(sent.marks, marksOf(base.tree, base.marks))) {
      kept.forget()
      return
    }
    busy = true
    set({ status: { is: 'saving' } })
    const reply = await send({ base: base.revision, ...sent })
    busy = false
    if ('saved' in reply) saved(reply.saved, sent, now)
    else if ('conflict' in reply) meet(reply.conflict)
    else {
      const { refused } = reply as { refused?: string }
      set({ status: refused ? { is: 'refused', words: refused } : { is: 'offline' } })
      soon(AGAIN)
    }
  }

  function saved({ revision, at }: { revision: number; at: string }, sent: Moment, now: Moment) {
    base = { revision, ...sent }
    const isAll = state.history.now === now
    if (isAll) kept.forget()
    else kept.keep({ base, now: state.history.now })
    set({ revision, status: isAll ? { is: 'saved', at } : { is: 'changed' } })
    if (!isAll) soon(PAUSE)
  }

  /** Mine and theirs become one, at once where no field is in both. */
  function meet(found: Theirs) {
    const theirs = { ...found, tree: writtenOut(mapOf(found.tree)) }
    const choices = state.conflict?.choices ?? {}
    const mine = withoutNamesakes(base.tree, state.history.now.tree, theirs.tree)
    const { clashes } = merge(base.tree, mine, theirs.tree, choices)
    if (clashes.length === 0) return adopt(theirs, mine, {})
    set({ status: { is: 'conflict' }, conflict: { theirs, clashes, choices } })
  }

  function adopt(theirs: Theirs, mine: Tree, choices: Record<string, Side>) {
    const { merged } = merge(base.tree, mine, theirs.tree, choices)
    const marks = mergeMarks(base.marks, state.history.now.marks, theirs.marks, merged)
    const paths = differences(base.tree, theirs.tree)
    const { revision, tree, words, at } = theirs
    base = { revision, tree, marks: theirs.marks }
    const history = { ...state.history, now: { tree: merged, marks } }
    kept.keep({ base, now: history.now })
    set({
      history,
      revision,
      conflict: undefined,
      status: { is: 'saved', at },
      ...(paths.length > 0 && { told: { words, paths, tree: merged }, said: words }),
    })
    void save()
  }

  if (left) soon(0)
  return {
    get state() {
      return state
    },
    watch(watcher: () => void) {
      watchers.add(watcher)
    },
    change(step: (tree: Tree) => Tree, field?: string, more?: Partial<State>) {
      edit(changed(state.history, step(state.history.now.tree), field), more)
    },
    confirm: (mark: string, source: string) => edit(confirmed(state.history, mark, source)),
    undo: (said: string) => edit(undone(state.history), { said }),
    redo: (said: string) => edit(redone(state.history), { said }),
    choose(clash: Clash, side: Side) {
      if (!state.conflict) return
      const choices = { ...state.conflict.choices, [clashKey(clash.path)]: side }
      set({ conflict: { ...state.conflict, choices } })
    },
    /** Takes what has been chosen, field by field. */
    settle() {
      if (!state.conflict) return
      const { theirs, choices } = state.conflict
      const mine = withoutNamesakes(base.tree, state.history.now.tree, theirs.tree)
      adopt(theirs, mine, choices)
    },
    heard: () => set({ told: undefined }),
    focused: () => (state = { ...state, focus: undefined }),
    save,
  }
}
