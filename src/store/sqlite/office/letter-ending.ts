import type { Store } from '../../store.ts'
import { record } from './audit.ts'
import type { Connection } from '../connection.ts'

/** What the log of the office says about subscribers; they themselves are in another database. */
export function letterEndingVerbs(connection: Connection): Pick<Store, 'noteLettersEnd'> {
  return {
    async noteLettersEnd(organisation, survey, act) {
      connection.write((db) => record(db, organisation, act, 'survey.lettersEnded', survey))
    },
  }
}
