import { and, desc, eq, gte, lt, ne, or, sql } from 'drizzle-orm'
import { SESSION_IDLE, SESSION_LONGEST, type SignedIn, type Store } from '../../store.ts'
import { record } from './audit.ts'
import type { Connection, Db } from '../connection.ts'
import { asUser, ownUser } from './people.ts'
import { randomKey } from '../responses/row.ts'
import { networks, secondFactorDemands, secondFactors, sessions, users } from '../schema/schema.ts'

type Verbs = Pick<
  Store,
  | 'openSession'
  | 'rotateSession'
  | 'knowsNetwork'
  | 'session'
  | 'standing'
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
        const found = connection.made(makeFind).get({ token })
        if (!found || !stands({ ...found.session, ...found.user }, now)) return undefined
        if (visit && now - found.session.seenAt > NOTE_EVERY) noteVisit(db, found, now)
        return signedIn(found)
      })
    },
    async standing(tokens, now) {
      return run((db) => {
        const find = connection.made(makeStanding)
        const user = (token: Buffer) => {
          const found = find.get({ token })
          return found && stands(found, now) ? found : undefined
        }
        // In one transaction, or each question would take and give back the lock.
        return db.$client.transaction(() => tokens.map(user)).deferred()
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

/** Prepared once: every request asks, and every message to each of those who watch a survey. */
const makeFind = (db: Db) =>
  db
    .select({
      session: sessions,
      user: users,
      demanded: secondFactorDemands.organisation,
      factor: secondFactors.user,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.user))
    .leftJoin(secondFactorDemands, eq(secondFactorDemands.organisation, users.organisation))
    .leftJoin(secondFactors, eq(secondFactors.user, users.id))
    .where(eq(sessions.token, sql.placeholder('token')))
    .prepare()

type Found = NonNullable<ReturnType<ReturnType<typeof makeFind>['get']>>

/** As little as it takes, since a thousand who watch are asked about at each message. */
const makeStanding = (db: Db) =>
  db
    .select({
      startedAt: sessions.startedAt,
      seenAt: sessions.seenAt,
      suspendedAt: users.suspendedAt,
      role: users.role,
      sites: users.sites,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.user))
    .where(eq(sessions.token, sql.placeholder('token')))
    .prepare()

interface Times {
  startedAt: number
  seenAt: number
  suspendedAt: string | null
}

const stands = ({ startedAt, seenAt, suspendedAt }: Times, now: number) =>
  suspendedAt === null && now - seenAt <= SESSION_IDLE && now - startedAt <= SESSION_LONGEST

function signedIn({ session: { way }, user, demanded, factor }: Found): SignedIn {
  const confined = way === 'password' && demanded !== null && factor === null
  return { ...asUser(user), ...(confined && { confined }) }
}

function noteVisit(db: Db, { session: { token }, user: { id, seenOn } }: Found, now: number) {
  db.update(sessions).set({ seenAt: now }).where(eq(sessions.token, token)).run()
  const today = dayOf(now)
  if (seenOn === today) return
  db.update(users).set({ seenOn: today }).where(eq(users.id, id)).run()
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
