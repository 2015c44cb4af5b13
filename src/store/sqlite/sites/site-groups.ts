import { and, eq, inArray } from 'drizzle-orm'
import { Problem } from '../../../survey/problem.ts'
import type { SiteGroup } from '../../../survey/sites/register.ts'
import type { Store } from '../../store.ts'
import { record } from '../office/audit.ts'
import type { Connection, Db } from '../connection.ts'
import { ownGroup } from './sites.ts'
import { siteGroups, sites } from '../schema/sites.ts'

type Verbs = Pick<Store, 'siteGroups' | 'addSiteGroup' | 'renameSiteGroup' | 'fillSiteGroup'>

/** So many ids go into one statement. */
const CHUNK = 500

export function siteGroupVerbs(connection: Connection): Verbs {
  return {
    async siteGroups(organisation) {
      return connection.run((db) => groupsIn(db, organisation))
    },
    async addSiteGroup(organisation, group, act) {
      connection.write((db) => {
        const stands = groupsIn(db, organisation)
        if (stands.some(({ id, name }) => id === group.id && name === group.name)) return
        if (stands.some(({ id, name }) => id === group.id || name === group.name)) {
          throw new Problem('taken', [`there is a group "${group.name}"`])
        }
        db.insert(siteGroups)
          .values({ organisation, ...group })
          .run()
        record(db, organisation, act, 'group.added', group.id)
      })
    },
    async renameSiteGroup(organisation, { id, name }, act) {
      return connection.write((db) => {
        const stands = groupsIn(db, organisation)
        const own = stands.find((group) => group.id === id)
        if (!own || own.name === name) return own !== undefined
        if (stands.some((group) => group.name === name)) throw new Problem('taken')
        db.update(siteGroups).set({ name }).where(ownGroup(organisation, id)).run()
        record(db, organisation, act, 'group.renamed', id)
        return true
      })
    },
    async fillSiteGroup(organisation, group, { put, out }, act) {
      return connection.write((db) => {
        if (!groupsIn(db, organisation).some(({ id }) => id === group)) return false
        const isOwn = eq(sites.organisation, organisation)
        const move = (ids: string[], siteGroup: string | null, more = isOwn) => {
          let moved = 0
          for (let from = 0; from < ids.length; from += CHUNK) {
            const some = inArray(sites.id, ids.slice(from, from + CHUNK))
            const where = and(isOwn, some, more)
            moved += db.update(sites).set({ siteGroup }).where(where).run().changes
          }
          return moved
        }
        const moved = move(out, null, eq(sites.siteGroup, group)) + move(put, group)
        if (moved > 0) record(db, organisation, act, 'group.filled', group)
        return true
      })
    },
  }
}

export const groupsIn = (db: Db, organisation: string): SiteGroup[] =>
  db
    .select({ id: siteGroups.id, name: siteGroups.name })
    .from(siteGroups)
    .where(eq(siteGroups.organisation, organisation))
    .orderBy(siteGroups.id)
    .all()
