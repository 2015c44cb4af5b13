import { expect, test } from 'vitest'
import { HALF_SESSION, HALF_SESSION_TRIES } from '../../../src/store/store.ts'
import { act, type Open, useFolder } from '../fixture.ts'

const nord = { id: 'nord', name: 'Nord', accent: '#0b5f66', demo: false }
const kari = {
  id: 'k1',
  organisation: 'nord',
  email: 'kari@nord.example',
  name: 'Kari',
  password: 'x',
  role: 'administrator' as const,
  sites: [],
}
const token = (name: string) => Buffer.from(name.padEnd(32, '.'))
const NOW = Date.UTC(2026, 5, 1)
const codes = [token('a'), token('b')]
const passkey = { id: 'p', name: 'Nyckel', publicKey: token('k'), counter: 0, transports: [] }

/** Ways in besides the password. */
export function signInContract(open: Open) {
  const folder = useFolder(open)

  async function withKari() {
    const store = folder.open()
    for (const one of [nord, { ...nord, id: 'syd' }]) await store.saveOrganisation(one, act)
    await store.addUser(kari, act)
    return store
  }

  test('a half session is no session, lasts a while, and ends after some tries', async () => {
    const store = await withKari()
    await store.openHalfSession(token('h'), kari.id, NOW)
    expect(await store.session(token('h'), NOW, true)).toBeUndefined()
    expect(await store.halfSession(token('h'), NOW + HALF_SESSION)).toEqual(kari)
    expect(await store.halfSession(token('h'), NOW + HALF_SESSION + 1)).toBeUndefined()
    for (let miss = 1; miss < HALF_SESSION_TRIES; miss += 1) await store.missHalfSession(token('h'))
    expect(await store.halfSession(token('h'), NOW)).toEqual(kari)
    await store.missHalfSession(token('h'))
    expect(await store.halfSession(token('h'), NOW)).toBeUndefined()
  })

  test('a step and a recovery code are used once, also by two at a time', async () => {
    const store = await withKari()
    await store.turnOnSecondFactor('nord', kari.id, { secret: 's', step: 5, codes }, act)
    const steps = [5, 6, 6, 7, 6].map((step) => store.useStep(kari.id, step))
    expect(await Promise.all(steps)).toEqual([false, true, false, true, false])
    const use = () => store.useRecoveryCode('nord', kari.id, token('a'), act.at)
    expect(await Promise.all([use(), use()])).toEqual([true, false])
    expect(await store.secondFactor(kari.id)).toMatchObject({ step: 7, codes: [token('b')] })
  })

  test('a demand confines sessions by password alone', async () => {
    const store = await withKari()
    await store.openSession(token('p'), kari.id, NOW)
    await store.openSession(token('k'), kari.id, NOW, { way: 'passkey' })
    await store.demandSecondFactor('nord', true, act)
    expect(await store.session(token('p'), NOW, true)).toEqual({ ...kari, confined: true })
    expect(await store.session(token('k'), NOW, true)).toEqual(kari)
    await store.turnOnSecondFactor('nord', kari.id, { secret: 's', step: 5, codes }, act)
    expect(await store.session(token('p'), NOW, true)).toEqual(kari)
  })

  test('another organisation changes nothing, and what is a person’s goes with them', async () => {
    const store = await withKari()
    await store.turnOnSecondFactor('nord', kari.id, { secret: 's', step: 5, codes }, act)
    const key = { ...passkey, addedAt: act.at }
    await store.addPasskey('nord', kari.id, key, act)
    await store.turnOffSecondFactor('syd', kari.id, act)
    await store.renewRecoveryCodes('syd', kari.id, [], act)
    expect(await store.useRecoveryCode('syd', kari.id, token('a'), act.at)).toBe(false)
    expect(await store.resetSignIn('syd', kari.id, act)).toBe(false)
    expect(await store.secondFactor(kari.id)).toMatchObject({ codes })
    await expect(store.addPasskey('nord', kari.id, key, act)).rejects.toMatchObject({
      code: 'taken',
    })
    expect((await store.passkey('p'))!.user).toEqual(kari)
    await store.addUser({ ...kari, id: 'k2', email: 'ny@nord.example' }, act)
    await store.removePerson('nord', kari.id, act)
    expect([await store.passkey('p'), await store.secondFactor(kari.id)]).toEqual([
      undefined,
      undefined,
    ])
  })

  test('an errand ends once, in time, and as what it was begun', async () => {
    const store = await withKari()
    const errand = { kind: 'passkey' as const, body: 'b', until: NOW + 10 }
    await store.beginErrand(token('e'), errand, NOW)
    expect(await store.endErrand(token('e'), 'provider', NOW)).toBeUndefined()
    expect(await store.endErrand(token('e'), 'passkey', NOW + 11)).toBeUndefined()
    expect(await store.endErrand(token('e'), 'passkey', NOW + 10)).toBe('b')
    expect(await store.endErrand(token('e'), 'passkey', NOW)).toBeUndefined()
  })
}
