import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeLedger } from '../ledger.ts'
import type { Keeping, Store } from '../store.ts'
import { auditVerbs } from './audit.ts'
import { check } from './check.ts'
import { codingVerbs } from './codings.ts'
import { colleagueVerbs } from './colleagues.ts'
import { Connection } from './connection.ts'
import { deviceVerbs } from './devices.ts'
import { draftVerbs } from './drafts.ts'
import { finalisingVerbs } from './finalising.ts'
import { gather } from './gather.ts'
import { inviteVerbs } from './invites.ts'
import { isKept, keepBatch } from './keep.ts'
import { errandVerbs } from './errands.ts'
import { halfSessionVerbs } from './half-sessions.ts'
import { logoVerbs } from './logos.ts'
import { letterEndingVerbs } from './letter-ending.ts'
import { lifeVerbs } from './life.ts'
import { makingVerbs } from './making.ts'
import { moderationVerbs } from './moderation.ts'
import { numberVerbs } from './numbers.ts'
import { passkeyVerbs } from './passkeys.ts'
import { outboxVerbs } from './outbox.ts'
import { publicationVerbs } from './publications.ts'
import { peopleVerbs } from './people.ts'
import { providerVerbs } from './providers.ts'
import { purgeVerbs } from './purges.ts'
import { admissionVerbs } from './admission.ts'
import { sortWhenQuiet } from './quiet.ts'
import { receiptVerbs } from './receipts.ts'
import { resetVerbs } from './resets.ts'
import { sealingKeyVerbs } from './sealing-keys.ts'
import { secondFactorVerbs } from './second-factors.ts'
import { sessionVerbs } from './sessions.ts'
import { siteFileVerbs } from './site-files.ts'
import { siteGroupVerbs } from './site-groups.ts'
import { siteVerbs } from './sites.ts'
import { surveyVerbs } from './surveys.ts'
import { themeVerbs } from './themes.ts'
import { undertakingVerbs } from './undertakings.ts'

/**
 * Opens the store in a folder, which it makes and migrates where needed. What is erased is noted in
 * a second folder as well, where one is named.
 */
export function openSqlite(folder: string, ledgerCopy?: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'svar.db')
  const connection = new Connection(path)
  const surveys = surveyVerbs(connection)
  const ledger = makeLedger(folder, ledgerCopy)
  const openSnapshot = () => connection.run(() => new Connection(path, true))
  const finalising = finalisingVerbs(connection, surveys, openSnapshot)
  let under = Promise.resolve<unknown>(undefined)
  const quiet = sortWhenQuiet(connection)
  const keep = gather((batch: Keeping[]) => {
    quiet.putOff()
    return keepBatch(connection, batch)
  })
  return {
    ...surveys,
    ...draftVerbs(connection),
    ...makingVerbs(connection),
    ...lifeVerbs(connection),
    ...numberVerbs(connection, surveys),
    ...finalising,
    ...moderationVerbs(connection, surveys),
    ...themeVerbs(connection),
    ...publicationVerbs(connection),
    ...undertakingVerbs(connection),
    ...codingVerbs(connection, surveys),
    ...peopleVerbs(connection),
    ...sessionVerbs(connection),
    ...halfSessionVerbs(connection),
    ...secondFactorVerbs(connection),
    ...passkeyVerbs(connection),
    ...errandVerbs(connection),
    ...providerVerbs(connection),
    ...admissionVerbs(connection),
    ...inviteVerbs(connection),
    ...colleagueVerbs(connection),
    ...resetVerbs(connection),
    ...outboxVerbs(connection),
    ...auditVerbs(connection),
    ...letterEndingVerbs(connection),
    ...siteVerbs(connection),
    ...siteGroupVerbs(connection),
    ...siteFileVerbs(connection),
    ...logoVerbs(connection),
    ...deviceVerbs(connection),
    ...receiptVerbs(connection, ledger),
    ...purgeVerbs(connection, finalising, ledger),
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
      const reader = openSnapshot()
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
