import { describe, expect, test } from 'vitest'
import type { NewDevice, Report } from '../../../src/survey/tablets/device.ts'
import { act, type Open, useFolder } from '../fixture.ts'

const NOW = Date.UTC(2026, 5, 1, 8)
const MINUTE = 60_000
const hashed = (name: string) => Buffer.from(name.padEnd(32, '.'))
const pin = { salt: 'salt', key: 'key', rounds: 1000 }

const tablet = (id: string, more: Partial<NewDevice> = {}): NewDevice => ({
  id,
  site: 'norr',
  name: `Platta ${id}`,
  addedAt: '2026-06-01T08:00:00Z',
  pin,
  code: hashed(`code of ${id}`),
  codeUntil: NOW + 10 * MINUTE,
  ...more,
})

/** As the office sees a device that has been added and not more. */
const added = (id: string, more = {}) => {
  const { code: _, pin: __, ...shown } = tablet(id)
  return { ...shown, refused: 0, ...more }
}

const report: Report = {
  version: '1',
  clock: NOW,
  survey: 'prov',
  queued: 3,
  oldest: '2026-05-31',
  storageLeft: null,
  setup: 'tag',
  current: true,
}

/** Kiosk tablets: codes and tokens work once and for one; an organisation sees its own. */
export function devicesContract(open: Open) {
  const folder = useFolder(open)

  async function withTwo() {
    const store = folder.open()
    for (const id of ['nord', 'syd']) {
      await store.saveOrganisation({ id, name: id, accent: '#0b5f66', demo: false }, act)
    }
    await store.addDevice('nord', tablet('a'), act)
    await store.addDevice('syd', tablet('b'), act)
    return store
  }

  async function withEnrolled() {
    const store = await withTwo()
    await store.enrol(hashed('code of a'), hashed('token'), NOW)
    return store
  }

  test('are listed by site and name, without their secrets', async () => {
    const store = await withTwo()
    await store.addDevice('nord', tablet('c', { name: 'A' }), act)
    await store.addDevice('nord', tablet('d', { site: 'mitt', name: 'Z' }), act)
    const listed = await store.devices('nord')
    expect(listed.map(({ id }) => id)).toEqual(['d', 'c', 'a'])
    expect(listed[2]).toEqual(added('a'))
    expect(await store.devices('syd')).toEqual([added('b')])
    expect(await store.devices('annan')).toEqual([])
  })

  test('are added once, whoever sends the same id again', async () => {
    const store = await withTwo()
    for (const organisation of ['nord', 'syd']) {
      const again = store.addDevice(
        organisation,
        tablet('a', { name: 'Igen', code: hashed('x') }),
        act,
      )
      await expect(again).rejects.toMatchObject({ code: 'taken' })
    }
    expect(await store.devices('nord')).toEqual([added('a')])
  })

  describe('a code', () => {
    test('enrols once, and the token speaks for the device', async () => {
      const store = await withTwo()
      const both = [1, 2].map((n) => store.enrol(hashed('code of a'), hashed(`token ${n}`), NOW))
      const [first, second] = await Promise.all(both)
      const { codeUntil: _, ...rest } = added('a')
      const known = { ...rest, enrolledAt: '2026-06-01T08:00:00Z', organisation: 'nord', pin }
      expect(first).toEqual(known)
      expect(second).toBeUndefined()
      expect(await store.device(hashed('token 1'))).toEqual(known)
      expect(await store.device(hashed('token 2'))).toBeUndefined()
      expect(await store.device(Buffer.alloc(0))).toBeUndefined()
      const { pin: __, organisation: ___, ...shown } = known
      expect(await store.devices('nord')).toEqual([shown])
      expect(await store.devices('syd')).toEqual([added('b')])
    })

    test('holds until its time and no longer', async () => {
      const store = await withTwo()
      const enrol = (name: string, now: number) =>
        store.enrol(hashed(`code of ${name}`), hashed(`token of ${name}`), now)
      expect(await enrol('a', NOW + 10 * MINUTE + 1)).toBeUndefined()
      expect(await enrol('b', NOW + 10 * MINUTE)).toMatchObject({ id: 'b' })
      expect(await enrol('unknown', NOW)).toBeUndefined()
    })

    test('is renewed by its organisation; the token stops when the new one is used', async () => {
      const store = await withEnrolled()
      await store.heard('a', report, NOW)
      const until = NOW + 60 * MINUTE
      expect(await store.renewCode('syd', 'a', hashed('new'), until, act)).toBe(false)
      expect(await store.renewCode('nord', 'unknown', hashed('new'), until, act)).toBe(false)
      expect(await store.enrol(hashed('new'), hashed('other'), NOW)).toBeUndefined()
      expect(await store.renewCode('nord', 'a', hashed('new'), until, act)).toBe(true)
      expect(await store.device(hashed('token'))).toMatchObject({ id: 'a', codeUntil: until })
      const again = await store.enrol(hashed('new'), hashed('other'), NOW + MINUTE)
      expect(again).toMatchObject({ id: 'a', enrolledAt: '2026-06-01T08:01:00Z' })
      expect(again).not.toHaveProperty('report')
      expect(again).not.toHaveProperty('codeUntil')
      expect(await store.device(hashed('token'))).toBeUndefined()
      expect(await store.device(hashed('other'))).toMatchObject({ id: 'a' })
    })

    test('that was used does not come back', async () => {
      const store = await withEnrolled()
      const until = NOW + 60 * MINUTE
      await store.renewCode('nord', 'a', hashed('new'), until, act)
      await store.enrol(hashed('new'), hashed('other'), NOW)
      expect(await store.renewCode('nord', 'a', hashed('new'), until, act)).toBe(false)
      expect(await store.enrol(hashed('new'), hashed('third'), NOW)).toBeUndefined()
      expect(await store.renewCode('nord', 'a', hashed('newer'), until, act)).toBe(true)
    })

    test('that is renewed makes the older one void', async () => {
      const store = await withTwo()
      await store.renewCode('nord', 'a', hashed('new'), NOW + MINUTE, act)
      expect(await store.enrol(hashed('code of a'), hashed('token'), NOW)).toBeUndefined()
      expect(await store.enrol(hashed('new'), hashed('token'), NOW)).toMatchObject({ id: 'a' })
    })
  })

  test('a heartbeat is noted, the latest, and outlives the process', async () => {
    const store = await withEnrolled()
    await store.heard('a', { ...report, queued: 9 }, NOW)
    await store.heard('a', report, NOW + MINUTE)
    await store.heard('unknown', report, NOW + MINUTE)
    const heard = { seenAt: NOW + MINUTE, report }
    expect(await store.devices('nord')).toMatchObject([heard])
    expect((await store.devices('syd'))[0]).not.toHaveProperty('seenAt')
    await folder.close()
    expect(await folder.open().device(hashed('token'))).toMatchObject(heard)
  })

  test('refused answers add up, each once, and go with the device', async () => {
    const store = await withEnrolled()
    await Promise.all([store.countRefused('a', ['1', '2']), store.countRefused('b', ['1'])])
    await store.countRefused('a', ['2', '3', '3'])
    await store.countRefused('a', [])
    expect(await store.devices('nord')).toMatchObject([{ refused: 3 }])
    expect(await store.devices('syd')).toMatchObject([{ refused: 1 }])
    expect(await store.device(hashed('token'))).toMatchObject({ refused: 3 })
    await store.revokeDevice('nord', 'a', { ...act, at: '2026-06-01T09:00:00Z' })
    expect(await store.removeDevice('nord', 'a', act)).toBe(true)
    await store.addDevice('nord', tablet('a'), act)
    expect(await store.devices('nord')).toMatchObject([{ refused: 0 }])
  })

  test('are changed by their organisation, in what is named', async () => {
    const store = await withEnrolled()
    expect(await store.changeDevice('syd', 'a', { name: 'Min' }, act)).toBe(false)
    expect(await store.changeDevice('nord', 'unknown', { name: 'Min' }, act)).toBe(false)
    expect(await store.changeDevice('nord', 'a', {}, act)).toBe(true)
    expect(await store.device(hashed('token'))).toMatchObject({
      name: 'Platta a',
      site: 'norr',
      pin,
    })
    expect(await store.changeDevice('nord', 'a', { name: 'Entrén' }, act)).toBe(true)
    const other = { ...pin, key: 'other' }
    expect(await store.changeDevice('nord', 'a', { site: 'syd', pin: other }, act)).toBe(true)
    const changed = { name: 'Entrén', site: 'syd', pin: other }
    expect(await store.device(hashed('token'))).toMatchObject(changed)
    expect(await store.devices('syd')).toEqual([added('b')])
  })

  describe('revoked', () => {
    test('by their organisation, once; the token still tells which one it was', async () => {
      const store = await withEnrolled()
      expect(await store.revokeDevice('syd', 'a', { ...act, at: '2026-06-01T09:00:00Z' })).toBe(
        false,
      )
      expect(
        await store.revokeDevice('nord', 'unknown', { ...act, at: '2026-06-01T09:00:00Z' }),
      ).toBe(false)
      expect((await store.devices('nord'))[0]).not.toHaveProperty('revokedAt')
      expect(await store.revokeDevice('nord', 'a', { ...act, at: '2026-06-01T09:00:00Z' })).toBe(
        true,
      )
      expect(await store.revokeDevice('nord', 'a', { ...act, at: '2026-06-02T09:00:00Z' })).toBe(
        true,
      )
      const revoked = { id: 'a', revokedAt: '2026-06-01T09:00:00Z' }
      expect(await store.device(hashed('token'))).toMatchObject(revoked)
    })

    test('they are not enrolled any more', async () => {
      const store = await withTwo()
      await store.revokeDevice('nord', 'a', { ...act, at: '2026-06-01T09:00:00Z' })
      expect(await store.enrol(hashed('code of a'), hashed('token'), NOW)).toBeUndefined()
      expect(await store.renewCode('nord', 'a', hashed('new'), NOW + MINUTE, act)).toBe(false)
      expect(await store.enrol(hashed('new'), hashed('token'), NOW)).toBeUndefined()
    })
  })

  test('are removed where revoked or never enrolled', async () => {
    const store = await withEnrolled()
    expect(await store.removeDevice('nord', 'a', act)).toBe(false)
    expect(await store.removeDevice('nord', 'b', act)).toBe(false)
    expect(await store.removeDevice('syd', 'b', act)).toBe(true)
    expect(await store.devices('syd')).toEqual([])
    await store.revokeDevice('nord', 'a', { ...act, at: '2026-06-01T09:00:00Z' })
    expect(await store.removeDevice('syd', 'a', act)).toBe(false)
    expect(await store.removeDevice('nord', 'a', act)).toBe(true)
    expect(await store.device(hashed('token'))).toBeUndefined()
    expect(await store.devices('nord')).toEqual([])
  })
}
