import type { Path } from '../draft/tree.ts'

/** Something that might be better in a draft; never a reason to refuse it. */
export interface Hint {
  path: Path
  /** of the words that are meant */
  language?: string
  code:
    'missing' | 'stale' | 'long' | 'lix' | 'double' | 'leading' | 'direction' | 'labels' | 'many'
  values: Record<string, string | number>
  /** the mark by which a stale translation is confirmed */
  mark?: string
}
