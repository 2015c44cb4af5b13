import { and, eq, gte, lt } from 'drizzle-orm'
import type { Store } from '../../store.ts'
import type { Connection } from '../connection.ts'
import { errands } from '../schema/schema.ts'

type Verbs = Pick<Store, 'beginErrand' | 'endErrand'>

export function errandVerbs(connection: Connection): Verbs {
  return {
    async beginErrand(token, errand, now) {
      connection.write((db) => {
        db.delete(errands).where(lt(errands.until, now)).run()
        db.insert(errands)
          .values({ token, ...errand })
          .run()
      })
    },
    async endErrand(token, kind, now) {
      const open = and(eq(errands.token, token), eq(errands.kind, kind), gte(errands.until, now))
      const ended = connection.run((db) => db.delete(errands).where(open).returning().get())
      return ended?.body
    },
  }
}
