import { hash, randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { brokenDown } from '../../../survey/broken-down.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Questionnaire } from '../../../survey/questionnaire.ts'
import { finalRelease, type Release, type Tallies } from '../../../survey/release.ts'
import { settled } from '../../../survey/withdrawal.ts'
import type { Seen, Store } from '../../store.ts'
import type { Connection, Db } from '../connection.ts'
import { countAtoms } from '../responses/atoms.ts'
import { putFinal } from './final-release.ts'
import { newestIssue } from '../surveys/issuing.ts'
import { movesOf } from '../surveys/life.ts'
import { tallies, texts } from '../schema/schema.ts'
import { readTallies, written } from '../responses/tally-row.ts'

/** So often it is decided afresh where answers keep coming meanwhile. */
const TRIES = 5

/** A final release, and what it was made from. */
interface Decided {
  release: Release
  from: string
}

/**
 * Makes final releases. Where breakdowns are declared, one is decided on a snapshot first, in
 * pieces, and stored only if what it was made from is still so.
 */
export function finalisingVerbs(
  connection: Connection,
  surveys: Pick<Store, 'issued'>,
  openSnapshot: () => Connection,
): Pick<Store, 'finalise'> {
  return {
    async finalise(survey, at, seen) {
      const found = await surveys.issued(survey)
      if (!found || found.final) return
      const { questionnaire } = found
      for (let tries = 0; tries < TRIES; tries += 1) {
        const decided = questionnaire.breakdowns && (await decide(openSnapshot, questionnaire))
        const isDone = connection.change((db) => storeFinal(db, questionnaire, at, seen, decided))
        if (isDone) return
      }
      throw new Problem('unavailable', [`"${survey}": answers keep coming`])
    },
  }
}

async function decide(open: () => Connection, questionnaire: Questionnaire): Promise<Decided> {
  const snapshot = open()
  try {
    const { client, counted, from } = snapshot.run((db) => {
      db.$client.exec('BEGIN')
      const counted = readTallies(db, questionnaire.id)
      return { client: db.$client, counted, from: tracesOf(db, questionnaire.id) }
    })
    const atoms = await countAtoms(client, questionnaire)
    const steps = brokenDown(questionnaire, { atoms, tallies: counted })
    for (;;) {
      const step = steps.next()
      if (step.done) return { release: step.value, from }
      await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    snapshot.close()
  }
}

/** What a final release is made from, as one short text: any answer more changes it. */
function tracesOf(db: Db, survey: string): string {
  const rows = db.select().from(tallies).where(eq(tallies.survey, survey)).all()
  return hash('sha256', JSON.stringify(rows), 'hex')
}

/** Stores the release, unless the survey stands otherwise. False where it must be decided again. */
function storeFinal(
  db: Db,
  questionnaire: Questionnaire,
  at: string,
  seen: Seen | undefined,
  decided: Decided | undefined,
): boolean {
  const survey = questionnaire.id
  // Someone may have opened it again a moment ago, or given it another last day.
  if (seen && !stands(db, survey, seen)) return true
  if (decided && decided.from !== tracesOf(db, survey)) return isFinal(db, survey)
  const counted = readTallies(db, survey)
  const release = decided?.release ?? finalRelease(questionnaire, counted)
  if (putFinal(db, survey, release, at, seen?.came)) showTexts(db, questionnaire, counted)
  return true
}

/** Nothing was moved or issued since. */
export const stands = (db: Db, survey: string, seen: Omit<Seen, 'came'>) =>
  movesOf(db, survey).length === seen.moves &&
  newestIssue(db, survey)?.number === seen.questionnaire

const isFinal = (db: Db, survey: string) =>
  db.$client.prepare('SELECT 1 FROM releases WHERE survey = ?').get(survey) !== undefined

/** Texts of a batch that is too small for the final release stay where they wait. */
function showTexts(db: Db, { id: survey, smallestGroup }: Questionnaire, counted: Tallies) {
  db.update(tallies).set({ waiting: '[[],[]]' }).where(eq(tallies.survey, survey)).run()
  const final = settled(counted, smallestGroup)
  for (const [site, strands] of counted) {
    for (const [question, strand] of strands) {
      const last = [...strand.open, ...strand.held].toSorted()
      if (last.length === 0) continue
      if (final.get(site)?.get(question) === strand) {
        const row = { survey, question, site, id: randomBytes(16), texts: JSON.stringify(last) }
        db.insert(texts).values(row).run()
        continue
      }
      const { open, held } = strand
      const { waiting } = written({ cells: new Map(), open, held })
      const own = [eq(tallies.survey, survey), eq(tallies.site, site)]
      db.update(tallies)
        .set({ waiting })
        .where(and(...own, eq(tallies.question, question)))
        .run()
    }
  }
}
