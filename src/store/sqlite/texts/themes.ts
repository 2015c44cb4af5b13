import { and, asc, eq } from 'drizzle-orm'
import { Problem } from '../../../survey/problem.ts'
import { type Theme, themeFaults } from '../../../survey/text/theme.ts'
import type { Store } from '../../store.ts'
import { record } from '../office/audit.ts'
import type { Connection, Db } from '../connection.ts'
import { ownRow } from '../surveys/own-row.ts'
import { themes } from '../schema/schema.ts'

type Verbs = Pick<Store, 'themes' | 'saveTheme' | 'removeTheme' | 'moveTheme'>

/** The codebook of a survey. */
export function themeVerbs(connection: Connection): Verbs {
  const write = connection.write.bind(connection)
  return {
    async themes(organisation, survey) {
      return connection.run((db) => (ownRow(db, organisation, survey) ? themesIn(db, survey) : []))
    },
    async saveTheme(organisation, survey, { id, name, description, key }, act) {
      return write((db) => {
        if (!ownRow(db, organisation, survey)) throw new Problem('unknown')
        const all = themesIn(db, survey)
        const known = all.find((theme) => theme.id === id)
        const row = { name, description, key }
        const faults = themeFaults({ id, ...row }, all)
        if (faults.length > 0) return faults
        if (known && JSON.stringify(known) === JSON.stringify({ id, ...row })) return []
        db.insert(themes)
          .values({ survey, id, ...row, place: all.length })
          .onConflictDoUpdate({ target: [themes.survey, themes.id], set: row })
          .run()
        record(db, organisation, act, 'survey.themesChanged', survey)
        return []
      })
    },
    async removeTheme(organisation, survey, theme, act) {
      return write((db) => {
        if (!ownRow(db, organisation, survey)) return false
        const one = and(eq(themes.survey, survey), eq(themes.id, theme))
        if (db.delete(themes).where(one).run().changes === 0) return true
        order(db, survey, themesIn(db, survey))
        record(db, organisation, act, 'survey.themesChanged', survey)
        return true
      })
    },
    async moveTheme(organisation, survey, theme, by, act) {
      return write((db) => {
        if (!ownRow(db, organisation, survey)) return false
        const all = themesIn(db, survey)
        const from = all.findIndex(({ id }) => id === theme)
        if (from < 0) return false
        const other = all[from + by]
        if (!other) return true
        order(db, survey, all.with(from + by, all[from]!).with(from, other))
        record(db, organisation, act, 'survey.themesChanged', survey)
        return true
      })
    },
  }
}

export function themesIn(db: Db, survey: string): Theme[] {
  const { id, name, description, key } = themes
  return db
    .select({ id, name, description, key })
    .from(themes)
    .where(eq(themes.survey, survey))
    .orderBy(asc(themes.place))
    .all()
}

function order(db: Db, survey: string, all: Theme[]) {
  for (const [place, { id }] of all.entries()) {
    const one = and(eq(themes.survey, survey), eq(themes.id, id))
    db.update(themes).set({ place }).where(one).run()
  }
}
