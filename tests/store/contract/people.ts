import { describe, expect, test } from 'vitest'
import { SESSION_IDLE, SESSION_LONGEST } from '../../../src/store/store.ts'
import { act, type Open, useFolder } from '../fixture.ts'

const nord = { id: 'nord', name: 'Nord', accent: '#0b5f66', demo: false }
const syd = { ...nord, id: 'syd', name: 'Syd' }
const kari = {
  id: 'k1',
  organisation: 'nord',
  email: 'kari@nord.example',
  name: 'Kari',
  password: 'x',
  role: 'editor' as const,
  sites: [],
}
const ali = { ...kari, id: 'a1', email: 'ali@nord.example', name: 'Ali' }
const code = (name: string) => Buffer.from(name.padEnd(32, '.'))
const NOW = Date.UTC(2026, 5, 1)
const MINUTE = 60_000

/** Who may come into the office, and for how long. */
export function peopleContract(open: Open) {
  const folder = useFolder(open)

  async function withKari() {
    const store = folder.open()
    for (const organisation of [nord, syd]) await store.saveOrganisation(organisation, act)
    await store.addUser(kari, act)
    return store
  }

  test('an address has one account in each organisation', async () => {
    const store = await withKari()
    expect(await store.usersByEmail(kari.email)).toEqual([kari])
    expect(await store.usersByEmail('kari@syd.example')).toEqual([])
    const again = store.addUser({ ...ali, email: kari.email }, act)
    await expect(again).rejects.toMatchObject({ code: 'taken' })
    expect(await store.usersByEmail(kari.email)).toEqual([kari])
    expect([await store.hasUsers('nord'), await store.hasUsers('syd')]).toEqual([true, false])
    const there = { ...ali, email: kari.email, organisation: 'syd' }
    await store.addUser(there, act)
    expect(await store.usersByEmail(kari.email)).toEqual(expect.arrayContaining([kari, there]))
  })

  describe('a welcome', () => {
    const first = { ...ali, organisation: 'syd' }

    test('adds the first user, once', async () => {
      const store = await withKari()
      await store.saveWelcome('syd', code('a'))
      expect(await store.welcome(code('a'))).toEqual(syd)
      const both = [
        store.redeemWelcome(code('a'), first, act.at),
        store.redeemWelcome(code('a'), first, act.at),
      ]
      expect(await Promise.all(both)).toEqual([true, false])
      expect(await store.welcome(code('a'))).toBeUndefined()
      expect(await store.usersByEmail(ali.email)).toEqual([first])
    })

    test('is replaced by a newer one', async () => {
      const store = await withKari()
      await store.saveWelcome('syd', code('a'))
      await store.saveWelcome('syd', code('b'))
      expect(await store.welcome(code('a'))).toBeUndefined()
      expect(await store.redeemWelcome(code('a'), first, act.at)).toBe(false)
      expect(await store.hasUsers('syd')).toBe(false)
      expect(await store.redeemWelcome(code('b'), first, act.at)).toBe(true)
    })
  })

  describe('a session', () => {
    test('ends when it is idle', async () => {
      const store = await withKari()
      await store.openSession(code('s'), kari.id, NOW)
      expect(await store.session(code('s'), NOW, true)).toEqual(kari)
      expect(await store.session(code('t'), NOW, true)).toBeUndefined()
      expect(await store.session(code('s'), NOW + SESSION_IDLE, true)).toEqual(kari)
      expect(await store.session(code('s'), NOW + 2 * SESSION_IDLE, true)).toEqual(kari)
      expect(await store.session(code('s'), NOW + 3 * SESSION_IDLE + 1, true)).toBeUndefined()
    })

    test('is not kept up by what asks by itself', async () => {
      const store = await withKari()
      await store.openSession(code('s'), kari.id, NOW)
      expect(await store.session(code('s'), NOW + SESSION_IDLE, false)).toEqual(kari)
      expect(await store.session(code('s'), NOW + SESSION_IDLE + 1, false)).toBeUndefined()
    })

    test('ends after half a day, however busy', async () => {
      const store = await withKari()
      await store.openSession(code('s'), kari.id, NOW)
      for (let since = 0; since <= SESSION_LONGEST; since += 60 * MINUTE) {
        expect(await store.session(code('s'), NOW + since, true)).toEqual(kari)
      }
      expect(await store.session(code('s'), NOW + SESSION_LONGEST + 1, true)).toBeUndefined()
    })

    test('ends on signing out, and no other with it', async () => {
      const store = await withKari()
      await store.openSession(code('s'), kari.id, NOW)
      await store.openSession(code('t'), kari.id, NOW)
      await store.endSession(code('s'))
      await store.endSession(code('unknown'))
      expect(await store.session(code('s'), NOW, true)).toBeUndefined()
      expect(await store.session(code('t'), NOW, true)).toEqual(kari)
    })

    test('is asked after beside many others, and that is no visit', async () => {
      const store = await withKari()
      await store.openSession(code('s'), kari.id, NOW)
      await store.openSession(code('t'), kari.id, NOW + 1)
      const many = [code('t'), code('unknown'), code('s')]
      const roles = async (now: number) =>
        (await store.standing(many, now)).map((user) => user && [user.role, user.sites])
      const hers = [kari.role, kari.sites]
      expect(await roles(NOW + 1)).toEqual([hers, undefined, hers])
      expect(await roles(NOW + SESSION_IDLE + 1)).toEqual([hers, undefined, undefined])
      await store.endSession(code('t'))
      expect(await roles(NOW)).toEqual([undefined, undefined, hers])
    })

    test('outlives the process', async () => {
      const store = await withKari()
      await store.openSession(code('s'), kari.id, NOW)
      expect(await store.session(code('s'), NOW + 90 * MINUTE, true)).toEqual(kari)
      await folder.close()
      expect(await folder.open().session(code('s'), NOW + 180 * MINUTE, true)).toEqual(kari)
    })
  })

  test('a token says whose it is and what it may', async () => {
    const store = await withKari()
    await store.addToken(code('r'), 'nord', 'read', { ...act, at: '2026-06-01T00:00:00Z' })
    await store.addToken(code('i'), 'syd', 'import', { ...act, at: '2026-06-01T00:00:00Z' })
    expect(await store.token(code('r'))).toEqual({ organisation: 'nord', scope: 'read' })
    expect(await store.token(code('i'))).toEqual({ organisation: 'syd', scope: 'import' })
    expect(await store.token(code('x'))).toBeUndefined()
    expect(await store.token(Buffer.alloc(0))).toBeUndefined()
  })
}
