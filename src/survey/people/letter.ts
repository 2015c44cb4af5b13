/**
 * What someone is to be told by e-mail. It names things by their ids; words, addresses and one-time
 * links are made at the moment of sending, so that what waits holds no secret.
 */
export type Letter =
  /** asks a colleague in; the link follows from the form that asked for it */
  | { kind: 'invitation'; organisation: string; person: string; once: string }
  /** someone has forgotten a password; whether the address (locked) has an account is seen later */
  | { kind: 'forgotten'; email: string }
  /** the one-time link to a new password */
  | { kind: 'reset'; organisation: string; person: string }
  | { kind: 'passwordChanged'; organisation: string; person: string; at: number }
  /** the answers to a survey are soon deleted */
  | { kind: 'purge'; organisation: string; person: string; survey: string }

/** A letter that waits to be sent. */
export interface Posting {
  /** also of the form that caused it, so that the same form twice is one letter */
  id: string
  letter: Letter
  language: string
  /** milliseconds since 1970 */
  at: number
  /** after that nobody needs it any more */
  until: number
}

export type Claimed = Omit<Posting, 'at'> & { tries: number }
