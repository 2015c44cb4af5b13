import { and, eq } from 'drizzle-orm'
import { Problem } from '../../../survey/problem.ts'
import type { Site } from '../../../survey/questionnaire.ts'
import {
  type RegisteredSite,
  registeredFrom,
  type SiteWords,
} from '../../../survey/sites/register.ts'
import type { Deed } from '../../../survey/people/deeds.ts'
import type { Act, Store } from '../../store.ts'
import { record } from '../office/audit.ts'
import type { Connection, Db } from '../connection.ts'
import { siteGroups, sites } from '../schema/sites.ts'

type Verbs = Pick<Store, 'sites' | 'addSite' | 'changeSite' | 'retireSite' | 'restoreSite'>

/** The register, but for its groups and files. */
export function siteVerbs(connection: Connection): Verbs {
  const set = (
    organisation: string,
    id: string,
    change: Partial<typeof sites.$inferInsert>,
    [act, deed]: [Act, Deed],
  ) =>
    connection.write((db) => {
      const before = siteRow(db, organisation, id)
      if (!before) return false
      const isSame = Object.entries(change).every(
        ([name, value]) =>
          JSON.stringify(before[name as keyof typeof before]) === JSON.stringify(value),
      )
      if (isSame) return true
      db.update(sites).set(change).where(ownSite(organisation, id)).run()
      record(db, organisation, act, deed, id)
      return true
    })
  return {
    async sites(organisation) {
      return connection.run((db) => sitesIn(db, organisation))
    },
    async addSite(organisation, id, words, act) {
      connection.write((db) => {
        assertGroup(db, organisation, words.group)
        const row = { ...columnsOf(words), organisation, id, retiredAt: null }
        const { changes } = db.insert(sites).values(row).onConflictDoNothing().run()
        if (changes === 0) throw new Problem('taken', [`there is a site "${id}"`])
        record(db, organisation, act, 'site.added', id)
      })
    },
    async changeSite(organisation, id, words, act) {
      connection.run((db) => assertGroup(db, organisation, words.group))
      return set(organisation, id, columnsOf(words), [act, 'site.changed'])
    },
    async retireSite(organisation, id, act) {
      const known = connection.run((db) => siteRow(db, organisation, id))
      if (known && known.retiredAt !== null) return true
      return set(organisation, id, { retiredAt: act.at }, [act, 'site.retired'])
    },
    async restoreSite(organisation, id, act) {
      return set(organisation, id, { retiredAt: null }, [act, 'site.restored'])
    },
  }
}

/** Takes in the sites of a survey that the register does not know, within what names them. */
export function adoptSites(db: Db, organisation: string, own: Site[]) {
  for (const site of own) {
    const { id, ...words } = registeredFrom(site)
    const row = { ...columnsOf(words), organisation, id, retiredAt: null }
    db.insert(sites).values(row).onConflictDoNothing().run()
  }
}

export const sitesIn = (db: Db, organisation: string): RegisteredSite[] =>
  db
    .select()
    .from(sites)
    .where(eq(sites.organisation, organisation))
    .orderBy(sites.id)
    .all()
    .map(siteOf)

export const ownSite = (organisation: string, id: string) =>
  and(eq(sites.organisation, organisation), eq(sites.id, id))

export const ownGroup = (organisation: string, id: string) =>
  and(eq(siteGroups.organisation, organisation), eq(siteGroups.id, id))

/** Every column, so that what is left out is taken away. */
export const columnsOf = ({ name, names, listed, countedOn, group }: SiteWords) => ({
  name,
  names,
  listed: listed ?? null,
  countedOn: countedOn ?? null,
  siteGroup: group ?? null,
})

function siteOf(row: typeof sites.$inferSelect): RegisteredSite {
  const { id, name, names, listed, countedOn, siteGroup, retiredAt } = row
  const others = Object.entries(names).filter(([, called]) => called !== name)
  return {
    id,
    name,
    names: Object.fromEntries(others),
    ...(listed !== null && { listed }),
    ...(countedOn !== null && { countedOn }),
    ...(siteGroup !== null && { group: siteGroup }),
    ...(retiredAt !== null && { retiredAt }),
  }
}

const siteRow = (db: Db, organisation: string, id: string) =>
  db.select().from(sites).where(ownSite(organisation, id)).get()

function assertGroup(db: Db, organisation: string, group: string | undefined) {
  if (group === undefined) return
  const found = db.select().from(siteGroups).where(ownGroup(organisation, group)).get()
  if (!found) throw new Problem('unknown')
}
