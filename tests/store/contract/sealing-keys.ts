import { expect, test } from 'vitest'
import { type Open, useFolder } from '../fixture.ts'

const key = (id: string, madeAt: number) => ({
  id,
  madeAt,
  publicKey: `public ${id}`,
  privateKey: `private ${id}`,
})

/** What tablets seal with, and what opens it. */
export function sealingKeysContract(open: Open) {
  const folder = useFolder(open)

  test('come newest first, until they are removed', async () => {
    const store = folder.open()
    expect(await store.sealingKeys()).toEqual([])
    for (const [id, at] of [
      ['b', 2],
      ['c', 3],
      ['a', 1],
    ] as const) {
      await store.addSealingKey(key(id, at))
    }
    expect(await store.sealingKeys()).toEqual([key('c', 3), key('b', 2), key('a', 1)])
    await store.removeSealingKey('b')
    await store.removeSealingKey('unknown')
    await folder.close()
    expect(await folder.open().sealingKeys()).toEqual([key('c', 3), key('a', 1)])
  })
}
