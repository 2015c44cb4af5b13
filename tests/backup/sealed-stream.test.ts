import { describe, expect, test } from 'vitest'
import {
  fromRaw,
  isPublicKey,
  makeBackupPair,
  publicKeyOf,
  rawPublic,
  readPrivateKey,
} from '../../src/backup/key.ts'
import { makeSealingKey, seal, unseal } from '../../src/backup/sealed-stream.ts'

const MB = 1024 * 1024
const pair = makeBackupPair()
const operator = publicKeyOf(pair.publicKey)
const owner = readPrivateKey(pair.privateKey)!

async function* pieces(all: Buffer, size = 100_000) {
  for (let from = 0; from < all.length; from += size) yield all.subarray(from, from + size)
}

async function collected(source: AsyncIterable<Buffer>) {
  const parts: Buffer[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}

const sealed = (all: Buffer) => collected(seal(makeSealingKey(operator), pieces(all)))
const opened = (bytes: Buffer, by = owner) => collected(unseal(by, pieces(bytes, 70_001)))

describe('a sealed stream', () => {
  test.each([0, 1, MB - 1, MB, MB + 1, 3 * MB, 3 * MB + 17])('of %i bytes opens', async (size) => {
    const all = Buffer.alloc(size, 'Svar ')
    const bytes = await sealed(all)
    expect(bytes.includes('Svar Svar')).toBe(false)
    expect((await opened(bytes)).equals(all)).toBe(true)
  })

  test('that is cut anywhere, lengthened, changed or put in another order does not', async () => {
    const bytes = await sealed(Buffer.alloc(3 * MB + 500, 'x'))
    const head = 14 + 64
    const chunk = MB + 16
    const cuts = [head + 16, head + chunk, head + 2 * chunk, head + 3 * chunk, bytes.length - 1]
    for (const cut of cuts) {
      await expect(opened(bytes.subarray(0, cut)), `cut at ${cut}`).rejects.toThrow('cut short')
    }
    await expect(opened(Buffer.concat([bytes, Buffer.from('x')]))).rejects.toThrow('cut short')
    for (const place of [20, head, head + chunk - 1, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[place]! ^= 1
      await expect(opened(changed), `changed at ${place}`).rejects.toThrow('someone has changed it')
    }
    const [first, second] = [bytes.subarray(head, head + chunk), bytes.subarray(head + chunk)]
    const turned = [bytes.subarray(0, head), second.subarray(0, chunk), first]
    const rest = second.subarray(chunk)
    await expect(opened(Buffer.concat([...turned, rest]))).rejects.toThrow('someone has changed it')
  })

  test('is for one key, and says so', async () => {
    const bytes = await sealed(Buffer.from('x'))
    const other = readPrivateKey(makeBackupPair().privateKey)!
    await expect(opened(bytes, other)).rejects.toThrow('it was made for another key')
    await expect(opened(Buffer.from('x'.repeat(200)))).rejects.toThrow('it is no backup of Svar')
    await expect(opened(Buffer.from('x'))).rejects.toThrow('it is no backup of Svar')
  })
})

test('keys are words that are known again, and nothing else is', () => {
  expect(isPublicKey(pair.publicKey)).toBe(true)
  expect(rawPublic(owner).equals(rawPublic(operator))).toBe(true)
  expect(rawPublic(fromRaw(rawPublic(operator))).equals(rawPublic(operator))).toBe(true)
  for (const wrong of ['', 'svar-public-', `${pair.publicKey}A`, pair.privateKey]) {
    expect(isPublicKey(wrong)).toBe(false)
  }
  expect(readPrivateKey(`  ${pair.privateKey}\n`)).toBeDefined()
  for (const wrong of ['', pair.publicKey, 'svar-private-x.y']) {
    expect(readPrivateKey(wrong)).toBeUndefined()
  }
})
