import type { Site } from '../questionnaire.ts'
import type { Marks } from './marks.ts'
import type { Tree } from './tree.ts'

/** What the editor's page tells its script. */
export interface EditorData {
  survey: string
  /** who edits */
  user: string
  csrf: string
  language: string
  /** all that a survey may have, each by its own name */
  languages: { id: string; name: string }[]
  draft: { revision: number; at: string; tree: Tree; marks: Marks }
  /** where it saves, and where the previews come from */
  save: string
  preview: string
  /** where it looks for sites */
  register: string
  kiosk: string
  words: Record<string, unknown>
}

/** What the register has for the words that someone looks for. */
export interface Offer {
  sites: Site[]
  /** so many match; not all may be here */
  found: number
  groups: { id: string; name: string; sites: Site[] }[]
}
