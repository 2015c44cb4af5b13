import { FORGOTTEN, lockAway, makeId } from '../../secrets.ts'
import { INVITE_HOLDS, RESET_HOLDS } from '../../store/store.ts'
import type { Letter, Posting } from '../../survey/people/letter.ts'
import type { Deps } from '../deps.ts'

const DAY = 24 * 60 * 60 * 1000

/** The letters that the office causes; undefined where no mail is set up. */
export function makePostings({ config, secret, clock }: Deps) {
  function posting(letter: Letter, language: string, holds: number, id = makeId()) {
    if (!config.mail) return undefined
    const at = clock()
    return { id, letter, language, at, until: at + holds } satisfies Posting
  }
  return {
    invitation(letter: Omit<Extract<Letter, { kind: 'invitation' }>, 'kind'>, language: string) {
      return posting({ kind: 'invitation', ...letter }, language, INVITE_HOLDS, letter.once)
    },
    forgotten(email: string, language: string) {
      const letter = { kind: 'forgotten', email: lockAway(secret, FORGOTTEN, email) } as const
      return posting(letter, language, RESET_HOLDS)
    },
    passwordChanged(organisation: string, person: string, language: string) {
      const letter = { kind: 'passwordChanged', organisation, person, at: clock() } as const
      return posting(letter, language, DAY)
    },
  }
}
