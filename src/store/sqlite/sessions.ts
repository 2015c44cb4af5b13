import { and, desc, eq, gte, lt, ne, or } from 'drizzle-orm'
import { SESSION_IDLE, SESSION_LONGEST, type Store } from '../store.ts'
import { record } from './audit.ts'
import type { Connection, Db } from './connection.ts'
import { asUser, ownUser } from './people.ts'
import { randomKey } from './row.ts'
import { networks, sessions, users } from './schema.ts'
import { lacksFactor } from './second-factors.ts'

type Verbs = Pick<
  Store,
  | 'openSession'
  | 'rotateSession'
  | 'knowsNetwork'
  | 'session'
  | 'endSession'
  | 'sessionsOf'
  | 'endSessionOf'
  | 'endOtherSessions'
  | 'endSessionsOf'
>

/** A visit is noted at most this often, so that reading does not write each time. */
const NOTE_EVERY = 60_000
/** So long a network is known again. */
const NETWORK_KNOWN = 90 * 24 * 60 * 60 * 1000

export function sessionVerbs(connection: Connection): Verbs {
  const run = connection.run.bind(connection)
  return {
    async openSession(token, user, now, { way = 'password', network } = {}) {
      connection.write((db) => {
        db.delete(sessions)
          .where(
            or(
              lt(sessions.seenAt, now - SESSION_IDLE),
              lt(sessions.startedAt, now - SESSION_LONGEST),
            ),
          )
          .run()
        const id = randomKey().toString('base64url')
        db.insert(sessions).values({ token, user, startedAt: now, seenAt: now, id, way }).run()
        db.update(users)
          .set({ seenOn: dayOf(now) })
          .where(eq(users.id, user))
          .run()
        if (network) noteNetwork(db, user, network, now)
      })
    },
    async knowsNetwork(email, network, now, user) {
      return run((db) => {
        const there = and(
          eq(users.email, email),
          user === undefined ? undefined : eq(users.id, user),
          eq(networks.mark, network),
          gte(networks.seenOn, dayOf(now - NETWORK_KNOWN)),
        )
        const ofUser = eq(users.id, networks.user)
        return db.select().from(networks).innerJoin(users, ofUser).where(there).get() !== undefined
      })
    },
    async rotateSession(token, next) {
      run((db) => db.update(sessions).set({ token: next }).where(eq(sessions.token, token)).run())
    },
    async session(token, now, visit) {
      return run((db) => {
        const found = db
          .select()
          .from(sessions)
          .innerJoin(users, eq(users.id, sessions.user))
          .where(eq(sessions.token, token))
          .get()
        if (!found || found.users.suspendedAt !== null) return undefined
        const { startedAt, seenAt } = found.sessions
        if (now - seenAt > SESSION_IDLE || now - startedAt > SESSION_LONGEST) return undefined
        if (visit && now - seenAt > NOTE_EVERY) {
          db.update(sessions).set({ seenAt: now }).where(eq(sessions.token, token)).run()
          const { id, seenOn } = found.users
          const today = dayOf(now)
          if (seenOn !== today) {
            db.update(users).set({ seenOn: today }).where(eq(users.id, id)).run()
          }
        }
        const user = asUser(found.users)
        const confined = found.sessions.way === 'password' && lacksFactor(db, user)
        return { ...user, ...(confined && { confined }) }
      })
    },
    async endSession(token) {
      run((db) => db.delete(sessions).where(eq(sessions.token, token)).run())
    },
    async sessionsOf(organisation, user, now, here) {
      const open = and(
        eq(sessions.user, user),
        gte(sessions.seenAt, now - SESSION_IDLE),
        gte(sessions.startedAt, now - SESSION_LONGEST),
      )
      return run((db) => {
        if (!ownUser(db, organisation, user)) return []
        return db
          .select()
          .from(sessions)
          .where(open)
          .orderBy(desc(sessions.startedAt), sessions.id)
          .all()
          .map(({ token, id, startedAt, seenAt }) => {
            return { id, startedAt, seenAt, here: here?.equals(token) ?? false }
          })
      })
    },
    async endSessionOf(user, id) {
      run((db) =>
        db
          .delete(sessions)
          .where(and(eq(sessions.user, user), eq(sessions.id, id)))
          .run(),
      )
    },
    async endOtherSessions(user, here) {
      run((db) =>
        db
          .delete(sessions)
          .where(and(eq(sessions.user, user), ne(sessions.token, here)))
          .run(),
      )
    },
    async endSessionsOf(organisation, user, act) {
      return connection.write((db) => {
        if (!ownUser(db, organisation, user)) return false
        const { changes } = db.delete(sessions).where(eq(sessions.user, user)).run()
        if (changes > 0) record(db, organisation, act, 'person.sessionsEnded', user)
        return true
      })
    },
  }
}

function noteNetwork(db: Db, user: string, mark: Buffer, now: number) {
  const row = { user, mark, seenOn: dayOf(now) }
  db.insert(networks)
    .values(row)
    .onConflictDoUpdate({ target: [networks.user, networks.mark], set: row })
    .run()
  const old = dayOf(now - NETWORK_KNOWN)
  db.delete(networks).where(lt(networks.seenOn, old)).run()
}

const dayOf = (now: number) => Temporal.Instant.fromEpochMilliseconds(now).toString().slice(0, 10)
