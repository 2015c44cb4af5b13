import type { Edition, Step } from '../survey/publication/publication.ts'
import type { Undertaking, UndertakingVersion } from '../survey/publication/undertaking.ts'
import type { Text } from '../survey/questionnaire.ts'
import type { Outcome } from './life.ts'
import type { Act } from './office.ts'

/** What is being prepared; `revision` counts its savings. */
export interface EditionDraft {
  revision: number
  edition: Edition
}

/** What the public can know of a survey's results, oldest first. */
export interface Published {
  steps: Step[]
  undertakings: UndertakingVersion[]
}

/** A step to be taken by someone who saw so many. */
export interface StepSeen {
  seen: number
  note: Text
}

/**
 * Publication, as part of the store's contract. `moved`: it stands otherwise than was seen, or
 * there is no final release to publish.
 */
export interface PublicationStore {
  editionDraft(organisation: string, survey: string): Promise<EditionDraft | undefined>
  /** Problem `unknown`. */
  saveEdition(organisation: string, survey: string, draft: EditionDraft, act: Act): Promise<Outcome>
  /** Publishes the draft of a revision, for the first time or amended. Problem `unknown`. */
  publish(
    organisation: string,
    survey: string,
    step: StepSeen & { revision: number },
    act: Act,
  ): Promise<Outcome>
  /** Problem `unknown`. */
  withdraw(organisation: string, survey: string, step: StepSeen, act: Act): Promise<Outcome>
  /**
   * Adds an undertaking (version 1) or a next version of it; `full` where there are as many as there
   * may be. Problem `unknown`.
   */
  saveUndertaking(
    organisation: string,
    survey: string,
    undertaking: { id: string; version: number; body: Undertaking },
    act: Act,
  ): Promise<Outcome | 'full'>
  /** Any organisation's, also of a survey that is unknown or never published: then empty. */
  published(survey: string): Promise<Published>
  /** Grows with each step and each version of an undertaking, of which none is ever removed. */
  publicationCount(): Promise<number>
  /** Surveys whose results anyone may read now, newest first. */
  allPublished(): Promise<string[]>
}
