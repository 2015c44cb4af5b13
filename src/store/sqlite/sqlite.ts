import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Keeping, Store } from '../store.ts'
import { auditVerbs } from './audit.ts'
import { check } from './check.ts'
import { codingVerbs } from './codings.ts'
import { colleagueVerbs } from './colleagues.ts'
import { Connection } from './connection.ts'
import { deviceVerbs } from './devices.ts'
import { draftVerbs } from './drafts.ts'
import { gather } from './gather.ts'
import { inviteVerbs } from './invites.ts'
import { isKept, keepBatch } from './keep.ts'
import { moderationVerbs } from './moderation.ts'
import { numberVerbs } from './numbers.ts'
import { peopleVerbs } from './people.ts'
import { sortWhenQuiet } from './quiet.ts'
import { sealingKeyVerbs } from './sealing-keys.ts'
import { sessionVerbs } from './sessions.ts'
import { surveyVerbs } from './surveys.ts'
import { themeVerbs } from './themes.ts'

/** Opens the store in a folder, which it makes and migrates where needed. */
export function openSqlite(folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'svar.db')
  const connection = new Connection(path)
  const surveys = surveyVerbs(connection)
  let under = Promise.resolve<unknown>(undefined)
  const quiet = sortWhenQuiet(connection)
  const keep = gather((batch: Keeping[]) => {
    quiet.putOff()
    return keepBatch(connection, batch)
  })
  return {
    ...surveys,
    ...draftVerbs(connection),
    ...numberVerbs(connection, surveys),
    ...moderationVerbs(connection, surveys),
    ...themeVerbs(connection),
    ...codingVerbs(connection, surveys),
    ...peopleVerbs(connection),
    ...sessionVerbs(connection),
    ...inviteVerbs(connection),
    ...colleagueVerbs(connection),
    ...auditVerbs(connection),
    ...deviceVerbs(connection),
    ...sealingKeyVerbs(connection),
    keep(keeping) {
      const kept = keep(keeping)
      under = kept.catch(() => undefined)
      return kept
    },
    async isKept(survey, id) {
      return isKept(connection, survey, id)
    },
    async check(progress) {
      const reader = connection.run(() => new Connection(path, true))
      try {
        return await check(reader.db.$client, progress)
      } finally {
        reader.close()
      }
    },
    async ready() {
      connection.prove()
      quiet.begin()
    },
    async close() {
      await under
      quiet.finish()
      connection.close()
    },
  }
}
