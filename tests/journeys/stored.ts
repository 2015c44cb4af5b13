import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { rowsIn } from '../../src/store/sqlite/responses/row.ts'
import type { Started } from '../start.ts'

interface Row {
  id: Buffer
  questionnaire: number
  site: string
  channel: string
  language: string
  date: string
  answers: string
}

/**
 * Follows what is stored of a survey. What it returns gives the responses that came since, once
 * the store's own check and its participation agree with them. Read in the database itself, since
 * no door leads to single responses.
 */
export function follow(svar: Started, survey: string) {
  const rows = () => storedRows(svar.folder, survey)
  const before = new Set(rows().map(({ id }) => id.toString('hex')))

  return async () => {
    const all = rows()
    const { organisation } = (await svar.store.issued(survey))!
    const participation = await svar.store.participation(organisation.id, survey)
    expect(participation!.responses).toBe(all.length)
    expect(await svar.store.check()).toMatchObject({ ok: true, faults: [] })
    return all
      .filter(({ id }) => !before.has(id.toString('hex')))
      .map(({ site, channel, language, date, answers }) => ({
        site,
        channel,
        language,
        date,
        answers: JSON.parse(answers) as Record<string, unknown>,
      }))
  }
}

/** What is stored of a survey in a data folder. */
export function storedRows(folder: string, survey: string) {
  const database = new Database(join(folder, 'svar.db'), { readonly: true })
  try {
    const columns = 'id, questionnaire, site, channel, language, date, answers'
    const of = `SELECT ${columns} FROM responses WHERE survey = ?`
    const waiting = database.prepare('SELECT responses FROM unsorted').pluck().all() as string[]
    const heap = waiting.flatMap(rowsIn).filter((row) => row.survey === survey)
    // What is being sorted in is in both places.
    const sorted = database.prepare<[string], Row>(of).all(survey)
    return [...new Map([...heap, ...sorted].map((row) => [row.id.toString('hex'), row])).values()]
  } finally {
    database.close()
  }
}
