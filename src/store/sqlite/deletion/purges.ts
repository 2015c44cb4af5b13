import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { localDate } from '../../../survey/calendar.ts'
import type { Purge } from '../../../survey/purge.ts'
import { stateOf } from '../../../survey/state.ts'
import type { Ledger } from '../../ledger.ts'
import type { PurgeOrder, PurgeStore } from '../../purging.ts'
import type { IssuedSurvey, Seen, Store } from '../../store.ts'
import { record } from '../office/audit.ts'
import type { Connection, Db } from '../connection.ts'
import { stands } from '../readers/finalising.ts'
import { holdsNothing } from '../surveys/issuing.ts'
import { bringBack, remainsOf } from './remains.ts'
import { movesOf, noteMove } from '../surveys/life.ts'
import { overwrite } from './overwriting.ts'
import { enqueue } from '../office/outbox.ts'
import { dropBundled } from '../responses/bundled.ts'
import {
  closings,
  codings,
  hidings,
  maskings,
  owedErasures,
  participation,
  purges,
  purgeWarnings,
  responses,
  tallies,
  texts,
  withdrawals,
} from '../schema/schema.ts'
import { readSurveys } from '../surveys/survey-rows.ts'
import { takeOut } from '../responses/take-out.ts'

/** So many responses are deleted at a time: a few milliseconds. */
const SLICE = 1000

/** Deleting as promised, and overwriting what is left of it. */
export function purgeVerbs(
  connection: Connection,
  { finalise }: Pick<Store, 'finalise'>,
  ledger: Ledger,
): PurgeStore {
  return {
    async beginPurge(survey, order) {
      const seen = connection.change((db) => prepare(db, survey, order))
      if (!seen) return undefined
      await finalise(survey, order.at, seen)
      return connection.change((db) => beginPurge(db, ledger, survey, order))
    },
    async purgeSome() {
      // Asked every minute: what is in memory is not to be given up for nothing.
      if (!connection.run(isUnderWay)) return false
      return connection.write(purgeSome)
    },
    async owesErasure(before) {
      return connection.run((db) => owes(db, before))
    },
    async holdsNothing(survey) {
      return connection.run((db) => holdsNothing(db, survey))
    },
    async erase(at) {
      // What another process begins meanwhile is not overwritten.
      const [emptied, owed] = connection.run((db) => [emptiedIn(db), owedIn(db)])
      const pages = connection.run(overwrite)
      if (pages === undefined) return false
      connection.change((db) => {
        const own = and(isNull(purges.erasedAt), inArray(purges.survey, emptied))
        db.update(purges).set({ erasedAt: at(), pages }).where(own).run()
        db.delete(owedErasures).where(inArray(owedErasures.since, owed)).run()
      })
      return true
    },
    async noteWithdrawals(withdrawn) {
      connection.write((db) => {
        for (const since of new Set(withdrawn.map(({ date }) => date))) {
          db.insert(owedErasures).values({ since }).onConflictDoNothing().run()
        }
        ledger.note(...withdrawn)
      })
    },
    async takeOut(survey, response) {
      return connection.change((db) => takeOut(db, survey, response))
    },
    async erasures() {
      return ledger.read()
    },
    async mendLedger() {
      connection.write(() => ledger.mend())
    },
    async warnOfPurge(survey, retainUntil, days, letters) {
      connection.write((db) => {
        const row = { survey, retainUntil, days }
        const { changes } = db.insert(purgeWarnings).values(row).onConflictDoNothing().run()
        if (changes > 0) for (const letter of letters) enqueue(db, letter)
      })
    },
  }
}

/** Closes the survey, and says on what its final release is to be made; undefined: it is none's. */
function prepare(db: Db, id: string, { at, seen, protocol }: PurgeOrder): Seen | undefined {
  const found = openedIn(db, id)
  if (!found || found.purge || (seen && !stands(db, id, seen))) return undefined
  if (stateOf(found.dates, Date.parse(at)) !== 'closed') shut(db, found, { by: 'svar', at })
  if (protocol) bringBack(db, id, protocol.remains)
  return { moves: movesOf(db, id).length, questionnaire: found.questionnaire.number }
}

function openedIn(db: Db, id: string): IssuedSurvey | undefined {
  const found = readSurveys(db, new Map()).find((survey) => survey.id === id)
  return found?.questionnaire && { ...found, questionnaire: found.questionnaire }
}

/** After the final release. */
function beginPurge(db: Db, ledger: Ledger, id: string, order: PurgeOrder): Purge | undefined {
  const { way, at, reason } = order
  const survey = openedIn(db, id)
  if (!survey?.final || survey.purge) return undefined
  const act = { by: 'svar', at }
  // What was deleted before a restore is deleted again, whoever is in that backup.
  if (!order.protocol && holdsNothing(db, id)) return undefined
  const { remains, ...protocol } = order.protocol ?? protocolOf(db, survey, at)
  const purge: Purge = { survey: id, ...protocol, way, ...(reason !== undefined && { reason }) }
  dropBundled(db, id)
  for (const table of [texts, hidings, maskings, codings, tallies, withdrawals]) {
    db.delete(table).where(eq(table.survey, id)).run()
  }
  const { on: purgedOn, ...row } = purge
  db.insert(purges)
    .values({ ...row, purgedOn })
    .run()
  record(db, survey.organisation.id, act, 'survey.purged', id)
  const { retainUntil, decision, responses } = purge
  const written = { date: purgedOn, kind: 'purge', survey: id, retainUntil, decision } as const
  // Before the commit: what is in the ledger and not done is done once more, at no harm.
  ledger.note({
    ...written,
    responses,
    texts: purge.texts,
    remains,
    ...(reason !== undefined && { reason }),
  })
  return purge
}

function shut(db: Db, { id, organisation }: IssuedSurvey, act: { by: string; at: string }) {
  db.insert(closings).values({ survey: id, closedAt: act.at, closedBy: act.by }).run()
  noteMove(db, id, { what: 'close' }, act)
  record(db, organisation.id, act, 'survey.closed', id)
}

/** Texts that readers see, and those that were too few to be shown. */
const TEXTS = `SELECT
  (SELECT count(value) FROM texts, json_each(texts.texts) WHERE survey = ?) +
  (SELECT coalesce(sum(json_array_length(waiting, '$[0]') + json_array_length(waiting, '$[1]')), 0)
   FROM tallies WHERE survey = ?)`

/** After the final release. */
function protocolOf(db: Db, { id, questionnaire, dates }: IssuedSurvey, at: string) {
  const { responses } = db
    .select({ responses: sql<number>`coalesce(sum(${participation.responses}), 0)` })
    .from(participation)
    .where(eq(participation.survey, id))
    .get()!
  const written = db.$client.prepare(TEXTS).pluck().get(id, id) as number
  const { retainUntil, decision } = questionnaire.privacy
  const on = localDate(Date.parse(at), dates.timeZone)
  return { on, retainUntil, decision, responses, texts: written, remains: remainsOf(db, id) }
}

function purgeSome({ $client: client }: Db): boolean {
  const { changes } = client
    .prepare(
      `DELETE FROM responses WHERE (survey, id) IN (
         SELECT survey, id FROM responses WHERE survey IN (
           SELECT survey FROM purges WHERE erased_at IS NULL) LIMIT ?)`,
    )
    .run(SLICE)
  return changes > 0
}

/** Surveys being purged of which no response is left. */
const emptiedIn = (db: Db) =>
  db
    .select()
    .from(purges)
    .where(isNull(purges.erasedAt))
    .all()
    .map(({ survey }) => survey)
    .filter(
      (survey) => !db.select().from(responses).where(eq(responses.survey, survey)).limit(1).get(),
    )

const owedIn = (db: Db) =>
  db
    .select()
    .from(owedErasures)
    .all()
    .map(({ since }) => since)

const isUnderWay = (db: Db) =>
  db.select().from(purges).where(isNull(purges.erasedAt)).get() !== undefined

const owes = (db: Db, before: string) =>
  isUnderWay(db) ||
  db.select().from(owedErasures).where(lt(owedErasures.since, before)).get() !== undefined
