import { desc, eq } from 'drizzle-orm'
import type { Store } from '../../store.ts'
import type { Connection } from '../connection.ts'
import { sealingKeys } from '../schema/schema.ts'

type Verbs = Pick<Store, 'sealingKeys' | 'addSealingKey' | 'removeSealingKey'>

export function sealingKeyVerbs(connection: Connection): Verbs {
  const run = connection.run.bind(connection)
  return {
    async sealingKeys() {
      const newestFirst = [desc(sealingKeys.madeAt), sealingKeys.id]
      return run((db) =>
        db
          .select()
          .from(sealingKeys)
          .orderBy(...newestFirst)
          .all(),
      )
    },
    async addSealingKey(key) {
      run((db) => db.insert(sealingKeys).values(key).run())
    },
    async removeSealingKey(id) {
      run((db) => db.delete(sealingKeys).where(eq(sealingKeys.id, id)).run())
    },
  }
}
