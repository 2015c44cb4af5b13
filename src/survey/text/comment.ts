import type { Passage } from './passages.ts'
import type { TextLanguage } from './text-language.ts'

/** Why a text is hidden; each has words in text-room.json. Never in one's own words. */
export const hidingReasons = ['identifies', 'threat', 'unrelated', 'other'] as const
export type HidingReason = (typeof hidingReasons)[number]

/** Who did something about a text, and when (ISO instant). */
export interface Step {
  by: string
  at: string
}

/** A passage that nobody reads any more, by its place in the text as it was written. */
export type Masking = Passage & Step

/** What people of the office have done about one text. */
export interface Moderation {
  maskings: Masking[]
  hiding?: Step & { reason: HidingReason }
}

/** A released text as the text room has it: without what is masked, whoever reads. */
export interface Comment extends Moderation {
  /** tells nothing: not when it came, nor with which others */
  id: string
  /** a text question, or the words of an "other" */
  field: string
  /** a site's id, 'none' or 'others' */
  group: string
  text: string
  language: TextLanguage
  /** its author agreed to be quoted */
  quotable: boolean
}
