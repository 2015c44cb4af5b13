import type { EditorData } from '../../src/survey/draft/editor-data.ts'
import type { DraftFault } from '../../src/survey/draft/reasons.ts'
import type { Path, Tree } from '../../src/survey/draft/tree.ts'
import type { Hint } from '../../src/survey/quality/hint.ts'
import type { Session, State } from './session.ts'
import type { Say } from './words.ts'

/** What every part of the editor is made from, anew after each change. */
export interface Editor {
  page: EditorData
  session: Session
  state: State
  tree: Tree
  /** the draft's, the first being translated from */
  languages: string[]
  faults: DraftFault[]
  hints: Hint[]
  say: Say
  /** a language in the words of the page: "danska" */
  called(language: string): string
  /** where there is room for one column, the language that it shows */
  shown: string
  show(language: string): void
}

/** The id of a field in the page, by its path in the draft. */
export const fieldId = (path: Path) => `f-${path.join('.')}`
export const notesId = (path: Path) => `n-${path.join('.')}`

/** What is to be said beside a field. */
export const notesAt = ({ faults, hints }: Editor, path: Path) => {
  const key = path.join('.')
  return {
    faults: faults.filter((fault) => fault.path.join('.') === key),
    hints: hints.filter((hint) => hint.path.join('.') === key),
  }
}
