import { expect, test } from 'vitest'
import type { Posting } from '../../../src/survey/people/letter.ts'
import { act, type Open, useFolder } from '../fixture.ts'

const nord = { id: 'nord', name: 'Nord', accent: '#0b5f66', demo: false }
const code = (name: string) => Buffer.from(name.padEnd(32, '.'))
const NOW = Date.UTC(2026, 5, 1)

const posting = (id: string, more: Partial<Posting> = {}): Posting => ({
  id,
  letter: { kind: 'passwordChanged', organisation: 'nord', person: 'k', at: NOW },
  language: 'sv',
  at: NOW,
  until: NOW + 1000,
  ...more,
})
const asked = (name: string) => ({
  id: name,
  email: `${name}@nord.example`,
  name,
  role: 'editor' as const,
  sites: [],
  code: code(name),
  codeUntil: NOW + 1000,
})

/** What waits to be sent, and to whom it is given. */
export function mailContract(open: Open) {
  const folder = useFolder(open)

  test('a letter is kept once, comes when it is due, the oldest first', async () => {
    const store = folder.open()
    await store.enqueue(posting('b', { at: NOW + 10 }))
    await store.enqueue(posting('a'))
    await store.enqueue(posting('a'))
    expect(await store.lettersWaiting()).toBe(2)
    expect(await store.claimLetter(NOW - 1, NOW)).toBeUndefined()
    const { at: _, ...rest } = posting('a')
    expect(await store.claimLetter(NOW + 10, NOW + 50)).toEqual({ ...rest, tries: 1 })
    expect(await store.claimLetter(NOW + 10, NOW + 50)).toMatchObject({ id: 'b' })
    expect(await store.claimLetter(NOW + 10, NOW + 50)).toBeUndefined()
  })

  test('whoever has lost a claim settles and postpones nothing', async () => {
    const store = folder.open()
    await store.enqueue(posting('a'))
    const lost = (await store.claimLetter(NOW, NOW + 10))!
    const held = (await store.claimLetter(NOW + 10, NOW + 20))!
    expect([lost.tries, held.tries]).toEqual([1, 2])
    await store.settleLetter(lost)
    await store.postponeLetter(lost, NOW)
    expect(await store.claimLetter(NOW + 19, NOW + 30)).toBeUndefined()
    await store.postponeLetter(held, NOW + 15)
    const again = await store.claimLetter(NOW + 15, NOW + 30)
    await store.settleLetter(again!)
    expect(await store.lettersWaiting()).toBe(0)
  })

  test('what is over is dropped', async () => {
    const store = folder.open()
    await store.enqueue(posting('a'))
    await store.dropLetters(NOW + 1000)
    expect(await store.lettersWaiting()).toBe(1)
    await store.dropLetters(NOW + 1001)
    expect(await store.lettersWaiting()).toBe(0)
  })

  test('a letter waits only if what causes it happened', async () => {
    const store = folder.open()
    await store.saveOrganisation(nord, act)
    await store.invite('nord', asked('ali'), act, posting('1'))
    const again = store.invite(
      'nord',
      { ...asked('eva'), email: asked('ali').email },
      act,
      posting('2'),
    )
    await expect(again).rejects.toMatchObject({ code: 'taken' })
    const renewal = { code: code('x'), codeUntil: NOW }
    expect(await store.renewInvite('nord', 'nobody', renewal, act, posting('3'))).toBe(false)
    expect(await store.resetPassword(code('none'), 'x', NOW, posting('4'))).toBe(false)
    expect(await store.claimLetter(NOW, NOW + 10)).toMatchObject({ id: '1' })
    expect(await store.lettersWaiting()).toBe(1)
  })
}
