import type { AuditLine } from '../survey/people/audit.ts'
import type { Coding } from '../survey/text/coding.ts'
import type { Comment, HidingReason } from '../survey/text/comment.ts'
import type { Theme, ThemeFault } from '../survey/text/theme.ts'
import type { Act } from './office.ts'

/** Which text of which survey; another organisation's is unknown. */
export interface TextName {
  organisation: string
  survey: string
  text: string
}

/** Released texts of a survey. */
export interface Comments {
  /** in an order that tells nothing, without what is masked */
  comments: Comment[]
  /** how many more there are than the room holds */
  more: number
}

/** `absent`: the passage is not in the text. */
export type Masked = 'done' | 'absent' | 'unknown'

/**
 * The text room, as part of the store's contract. What changes something takes an act, and is in
 * the audit log: which text by its id, never its words.
 */
export interface TextRoomStore {
  comments(organisation: string, survey: string): Promise<Comments | undefined>
  /**
   * Masks a passage that readers see: the one nearest to a place that was pointed at, or else
   * wherever it stands.
   */
  maskText(name: TextName, passage: string, at: number | undefined, act: Act): Promise<Masked>
  /** Undoes a masking, by where it begins. False where the text is unknown. */
  unmaskText(name: TextName, from: number, act: Act): Promise<boolean>
  hideText(name: TextName, reason: HidingReason, act: Act): Promise<boolean>
  showText(name: TextName, act: Act): Promise<boolean>
  /** What was done about a text, newest first. */
  textSteps(name: TextName): Promise<AuditLine[]>

  /** The codebook, in its order. */
  themes(organisation: string, survey: string): Promise<Theme[]>
  /** Adds or changes a theme, or says what is wrong with it. Problem `unknown`. */
  saveTheme(organisation: string, survey: string, theme: Theme, act: Act): Promise<ThemeFault[]>
  /** Also done where it was done before. False where the survey is unknown. */
  removeTheme(organisation: string, survey: string, theme: string, act: Act): Promise<boolean>
  moveTheme(
    organisation: string,
    survey: string,
    theme: string,
    by: 1 | -1,
    act: Act,
  ): Promise<boolean>
  codings(organisation: string, survey: string): Promise<Coding[]>
  /** What who acts found a text to be about, instead of what they found before. */
  code(name: TextName, themes: string[], act: Act): Promise<boolean>
}
