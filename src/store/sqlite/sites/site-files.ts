import { and, eq, lt } from 'drizzle-orm'
import { newId } from '../../../survey/draft/new-id.ts'
import { after } from '../../../survey/sites/file-rows.ts'
import type { SiteFileOutcome } from '../../sites.ts'
import type { Store } from '../../store.ts'
import { record } from '../office/audit.ts'
import type { Connection, Db } from '../connection.ts'
import { groupsIn } from './site-groups.ts'
import { columnsOf, ownSite, sitesIn } from './sites.ts'
import { siteFiles, siteGroups, sites } from '../schema/sites.ts'

type Verbs = Pick<Store, 'holdSiteFile' | 'heldSiteFile' | 'takeSites'>

/** So long a file waits. */
const HELD_HOURS = 24

export function siteFileVerbs(connection: Connection): Verbs {
  return {
    async holdSiteFile(organisation, id, { text, encoding }, at) {
      const oldest = Temporal.Instant.from(at).subtract({ hours: HELD_HOURS }).toString()
      connection.write((db) => {
        db.delete(siteFiles).where(lt(siteFiles.heldAt, oldest)).run()
        const row = { id, organisation, heldAt: at, text, encoding }
        db.insert(siteFiles).values(row).onConflictDoNothing().run()
      })
    },
    async heldSiteFile(organisation, id) {
      const own = and(eq(siteFiles.id, id), eq(siteFiles.organisation, organisation))
      const row = connection.run((db) => db.select().from(siteFiles).where(own).get())
      if (!row) return undefined
      const { text, encoding, outcome } = row
      return { text, encoding, ...(outcome !== null && { outcome }) }
    },
    async takeSites(organisation, rows, act, held) {
      connection.write((db) => {
        if (held && !use(db, organisation, held)) return
        const groups = groupIds(db, organisation, rows)
        const known = new Map(sitesIn(db, organisation).map((site) => [site.id, site]))
        for (const row of rows) {
          const site = known.get(row.id)
          const words = columnsOf(after(row, site, groups.get(row.group ?? '')))
          if (site) {
            // Who names a site in a file means to have it.
            const set = { ...words, retiredAt: null }
            db.update(sites).set(set).where(ownSite(organisation, row.id)).run()
          } else {
            db.insert(sites)
              .values({ ...words, organisation, id: row.id })
              .run()
          }
        }
        if (rows.length > 0) {
          record(db, organisation, act, 'site.imported', String(rows.length))
        }
      })
    },
  }
}

/** Notes what comes of a held file; false where it has been taken, or is not there. */
function use(db: Db, organisation: string, held: { id: string; outcome: SiteFileOutcome }) {
  const own = and(eq(siteFiles.id, held.id), eq(siteFiles.organisation, organisation))
  const row = db.select().from(siteFiles).where(own).get()
  if (!row || row.outcome !== null) return false
  db.update(siteFiles).set({ outcome: held.outcome, text: '' }).where(own).run()
  return true
}

/** Ids of groups by the names that rows use; those that are not there are made. */
function groupIds(db: Db, organisation: string, rows: { group?: string }[]): Map<string, string> {
  const known = groupsIn(db, organisation)
  const byName = new Map(known.map(({ id, name }) => [name, id]))
  const taken = known.map(({ id }) => id)
  for (const { group: name } of rows) {
    if (!name || byName.has(name)) continue
    const id = newId(name, taken, 'grupp')
    taken.push(id)
    byName.set(name, id)
    db.insert(siteGroups).values({ organisation, id, name }).run()
  }
  return byName
}
