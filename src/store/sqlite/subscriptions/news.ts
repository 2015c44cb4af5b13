import { and, asc, eq, gt, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import type { Subscriptions } from '../../subscriptions.ts'
import type { Connection, Db } from '../connection.ts'
import { addLetter, hasEnded } from './letters.ts'
import { letters, news, subscriptions } from './schema.ts'

type Verbs = Pick<Subscriptions, 'tell' | 'takeBack' | 'spread' | 'news'>

/** Before every id. */
const NOBODY = Buffer.alloc(0)
/** After every id. */
const EVERYBODY = Buffer.alloc(17, 0xff)

/** What subscribers are told, each once. */
export function newsVerbs(connection: Connection): Verbs {
  return {
    async tell(said) {
      return connection.write((db) => {
        if (hasEnded(db, said.survey)) return false
        const { id, survey } = said
        const row = { id, survey, words: said, told: NOBODY }
        return db.insert(news).values(row).onConflictDoNothing().run().changes > 0
      })
    },
    async takeBack(id) {
      connection.write((db) => {
        db.delete(letters).where(eq(letters.news, id)).run()
        db.update(news).set({ words: null, told: EVERYBODY }).where(eq(news.id, id)).run()
      })
    },
    async spread(most, until) {
      // Asked every few seconds: who writes is not to be waited for, for nothing.
      if (!connection.run(hasWords)) return 0
      return connection.write((db) => {
        forgetWords(db)
        const next = db.select().from(news).where(isBeingTold).limit(1).get()
        if (!next) return 0
        const { id, survey, told } = next
        const page = pageAfter(db, survey, told, most)
        for (const { id: subscription } of page) addLetter(db, { subscription, news: id, until })
        const last = page.length < most ? EVERYBODY : page.at(-1)!.id
        db.update(news).set({ told: last }).where(eq(news.id, id)).run()
        return page.length
      })
    },
    async news(id) {
      const row = connection.run((db) => db.select().from(news).where(eq(news.id, id)).get())
      return row?.words ?? undefined
    },
  }
}

/** Not everybody has a letter of it yet. */
export const isBeingTold = and(isNotNull(news.words), sql`${news.told} <> ${EVERYBODY}`)

const hasWords = (db: Db) =>
  db.select({ id: news.id }).from(news).where(isNotNull(news.words)).limit(1).get() !== undefined

const pageAfter = (db: Db, survey: string, told: Buffer, most: number) =>
  db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.survey, survey),
        gt(subscriptions.id, told),
        isNull(subscriptions.askedOn),
      ),
    )
    .orderBy(asc(subscriptions.id))
    .limit(most)
    .all()

/** Of what has been told and sent nothing stays but that it was. */
function forgetWords(db: Db) {
  const told = and(isNotNull(news.words), eq(news.told, EVERYBODY))
  const waiting = db.select().from(letters).where(eq(letters.news, news.id))
  db.update(news)
    .set({ words: null })
    .where(and(told, notExists(waiting)))
    .run()
}
