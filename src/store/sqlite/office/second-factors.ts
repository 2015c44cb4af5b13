import { and, eq, lt } from 'drizzle-orm'
import type { Store } from '../../store.ts'
import { record } from './audit.ts'
import type { Connection, Db } from '../connection.ts'
import { ownUser } from './people.ts'
import { passkeys, recoveryCodes, secondFactorDemands, secondFactors } from '../schema/schema.ts'

type Verbs = Pick<
  Store,
  | 'secondFactor'
  | 'turnOnSecondFactor'
  | 'useStep'
  | 'useRecoveryCode'
  | 'renewRecoveryCodes'
  | 'turnOffSecondFactor'
  | 'resetSignIn'
  | 'demandsSecondFactor'
  | 'demandSecondFactor'
>

export function secondFactorVerbs(connection: Connection): Verbs {
  const run = connection.run.bind(connection)
  const write = connection.write.bind(connection)
  return {
    async secondFactor(user) {
      return run((db) => {
        const found = factorOf(db, user)
        if (!found) return undefined
        const left = db.select().from(recoveryCodes).where(eq(recoveryCodes.user, user)).all()
        return { secret: found.secret, step: found.step, codes: left.map(({ code }) => code) }
      })
    },
    async turnOnSecondFactor(organisation, user, { secret, step, codes }, act) {
      write((db) => {
        // Whoever was first with a telephone has it: the second of two forms changes nothing.
        if (!ownUser(db, organisation, user) || factorOf(db, user)) return
        db.insert(secondFactors).values({ user, secret, step }).run()
        saveCodes(db, user, codes)
        record(db, organisation, act, 'person.factorOn', user)
      })
    },
    async useStep(user, step) {
      const later = and(eq(secondFactors.user, user), lt(secondFactors.step, step))
      return run((db) => db.update(secondFactors).set({ step }).where(later).run()).changes === 1
    },
    async useRecoveryCode(organisation, user, code, at) {
      const one = and(eq(recoveryCodes.user, user), eq(recoveryCodes.code, code))
      return write((db) => {
        if (!ownUser(db, organisation, user)) return false
        const used = db.delete(recoveryCodes).where(one).run().changes === 1
        if (used) record(db, organisation, { by: user, at }, 'person.codeUsed', user)
        return used
      })
    },
    async renewRecoveryCodes(organisation, user, codes, act) {
      write((db) => {
        if (!ownUser(db, organisation, user) || !factorOf(db, user)) return
        saveCodes(db, user, codes)
        record(db, organisation, act, 'person.codesRenewed', user)
      })
    },
    async turnOffSecondFactor(organisation, user, act) {
      write((db) => {
        if (!ownUser(db, organisation, user)) return
        const { changes } = db.delete(secondFactors).where(eq(secondFactors.user, user)).run()
        if (changes > 0) record(db, organisation, act, 'person.factorOff', user)
      })
    },
    async resetSignIn(organisation, user, act) {
      return write((db) => {
        if (!ownUser(db, organisation, user)) return false
        const factors = db.delete(secondFactors).where(eq(secondFactors.user, user)).run()
        const keys = db.delete(passkeys).where(eq(passkeys.user, user)).run()
        if (factors.changes + keys.changes === 0) return true
        record(db, organisation, act, 'person.signInReset', user)
        return true
      })
    },
    async demandsSecondFactor(organisation) {
      return run((db) => demands(db, organisation))
    },
    async demandSecondFactor(organisation, demanded, act) {
      write((db) => {
        if (demands(db, organisation) === demanded) return
        const row = { organisation, demandedAt: act.at, demandedBy: act.by }
        const here = eq(secondFactorDemands.organisation, organisation)
        if (demanded) db.insert(secondFactorDemands).values(row).run()
        else db.delete(secondFactorDemands).where(here).run()
        const deed = demanded ? 'organisation.factorDemanded' : 'organisation.factorFree'
        record(db, organisation, act, deed, organisation)
      })
    },
  }
}

const factorOf = (db: Db, user: string) =>
  db.select().from(secondFactors).where(eq(secondFactors.user, user)).get()

const demands = (db: Db, organisation: string): boolean =>
  db
    .select()
    .from(secondFactorDemands)
    .where(eq(secondFactorDemands.organisation, organisation))
    .get() !== undefined

function saveCodes(db: Db, user: string, codes: Buffer[]) {
  db.delete(recoveryCodes).where(eq(recoveryCodes.user, user)).run()
  const rows = codes.map((code) => ({ user, code }))
  if (rows.length > 0) db.insert(recoveryCodes).values(rows).run()
}
