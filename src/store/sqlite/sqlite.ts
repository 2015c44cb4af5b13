import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeLedger } from '../ledger.ts'
import type { Keeping, Store } from '../store.ts'
import { auditVerbs } from './office/audit.ts'
import { check } from './files/check.ts'
import { codingVerbs } from './texts/codings.ts'
import { colleagueVerbs } from './office/colleagues.ts'
import { Connection } from './connection.ts'
import { deviceVerbs } from './sites/devices.ts'
import { draftVerbs } from './surveys/drafts.ts'
import { finalisingVerbs } from './readers/finalising.ts'
import { gather } from './responses/gather.ts'
import { inviteVerbs } from './office/invites.ts'
import { isKept, keepBatch } from './responses/keep.ts'
import { errandVerbs } from './office/errands.ts'
import { halfSessionVerbs } from './office/half-sessions.ts'
import { logoVerbs } from './office/logos.ts'
import { letterEndingVerbs } from './office/letter-ending.ts'
import { lifeVerbs } from './surveys/life.ts'
import { makingVerbs } from './surveys/making.ts'
import { moderationVerbs } from './texts/moderation.ts'
import { numberVerbs } from './readers/numbers.ts'
import { passkeyVerbs } from './office/passkeys.ts'
import { outboxVerbs } from './office/outbox.ts'
import { publicationVerbs } from './surveys/publications.ts'
import { peopleVerbs } from './office/people.ts'
import { providerVerbs } from './office/providers.ts'
import { purgeVerbs } from './deletion/purges.ts'
import { admissionVerbs } from './office/admission.ts'
import { sortWhenQuiet } from './responses/quiet.ts'
import { receiptVerbs } from './responses/receipts.ts'
import { resetVerbs } from './office/resets.ts'
import { sealingKeyVerbs } from './office/sealing-keys.ts'
import { secondFactorVerbs } from './office/second-factors.ts'
import { sessionVerbs } from './office/sessions.ts'
import { siteFileVerbs } from './sites/site-files.ts'
import { siteGroupVerbs } from './sites/site-groups.ts'
import { siteVerbs } from './sites/sites.ts'
import { surveyVerbs } from './surveys/surveys.ts'
import { themeVerbs } from './texts/themes.ts'
import { undertakingVerbs } from './surveys/undertakings.ts'

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
