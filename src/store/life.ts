import type { Marks } from '../survey/draft/marks.ts'
import type { MoveName } from '../survey/life.ts'
import type { Content } from '../survey/questionnaire.ts'
import type { Act } from './office.ts'

/** A move, made on a survey as someone saw it. */
export interface Move {
  what: MoveName
  /** how many moves it had then */
  seen: number
  /** the last local date of a pause, or the instant until which a closing can be taken back */
  until?: string
  /** the first and the last day from now on, where they change with it */
  opens?: string
  closes?: string
}

/** Issuing a draft, as someone saw it. */
export interface Issuing {
  content: Content
  /** of the draft */
  revision: number
  /** of the newest questionnaire; 0 where there was none */
  number: number
}

/** `already`: the same person did the same before. `moved`: the survey stands otherwise by now. */
export type Outcome = 'done' | 'already' | 'moved'

/** A new draft. */
export interface Making {
  /** what its id is made of */
  wanted: string
  /** the id is this, or Problem `taken`; else one like it */
  exactly: boolean
  tree: object
  marks: Marks
  /** names the sending of the form */
  once: string
}

/** Which questionnaire was issued when, and by whom. */
export interface Issue {
  number: number
  by: string
  /** ISO instant */
  at: string
}

/** Who finds a revision of a draft right. */
export interface Approval {
  revision: number
  by: string
  /** ISO instant */
  at: string
}

/** The life of a survey, from its making to the archive, as part of the store's contract. */
export interface LifeStore {
  /** Makes a survey with a draft, or finds the one that the same form has made: its id. */
  makeDraft(organisation: string, making: Making, act: Act): Promise<string>
  /** Forgets a survey that was never issued. */
  discardDraft(organisation: string, survey: string, revision: number, act: Act): Promise<Outcome>
  /** False where the draft is of another revision. Problem `unknown`. */
  approve(organisation: string, survey: string, revision: number, act: Act): Promise<boolean>
  /** Newest first. */
  approvals(organisation: string, survey: string): Promise<Approval[]>
  /** Numbers a questionnaire, where nobody was faster. Problems `unknown`, `closed`. */
  issueDraft(organisation: string, survey: string, issuing: Issuing, act: Act): Promise<Outcome>
  /** Newest first. */
  issues(organisation: string, survey: string): Promise<Issue[]>
  /**
   * Moves a survey on, where it stands as was seen. Other dates are a questionnaire of their own,
   * and stand in the draft as well. Problem `unknown`.
   */
  move(organisation: string, survey: string, move: Move, act: Act): Promise<Outcome>
}
