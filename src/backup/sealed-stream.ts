import {
  createCipheriv,
  createDecipheriv,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { fromRaw, rawPublic } from './key.ts'

const MAGIC = Buffer.from('svar-backup-1\n')
const KEY = 32
const TAG = 16
const CHUNK = 1024 * 1024
const HEAD = MAGIC.length + 2 * KEY

/** A backup that cannot be read, and why. */
export class Unreadable extends Error {}

export interface SealingKey {
  key: Buffer
  /** goes first, in the clear; every chunk is bound to it */
  head: Buffer
}

/**
 * A key for one backup, agreed between a pair of its own and the operator's public key: afterwards
 * only the private one leads to it.
 */
export function makeSealingKey(operator: KeyObject): SealingKey {
  const own = generateKeyPairSync('x25519')
  const head = Buffer.concat([MAGIC, rawPublic(own.publicKey), rawPublic(operator)])
  return { key: agreed(own.privateKey, operator, head), head }
}

function keyOf(head: Buffer, operator: KeyObject): SealingKey {
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new Unreadable('it is no backup of Svar')
  if (!head.subarray(MAGIC.length + KEY).equals(rawPublic(operator))) {
    throw new Unreadable('it was made for another key')
  }
  const own = fromRaw(head.subarray(MAGIC.length, MAGIC.length + KEY))
  return { key: agreed(operator, own, head), head }
}

const agreed = (privateKey: KeyObject, publicKey: KeyObject, head: Buffer) =>
  Buffer.from(
    hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), '', head, KEY) as ArrayBuffer,
  )

/** Seals a stream in chunks, each with its number; the last one says that it is. */
export async function* seal({ key, head }: SealingKey, source: AsyncIterable<Buffer>) {
  yield head
  let number = 0
  for await (const { chunk, last } of chunksOf(source, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last))
    if (number === 0) cipher.setAAD(head)
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
    number += 1
  }
}

/** Opens what `seal` made, by the operator's private key or by the key it was sealed with. */
export async function* unseal(by: KeyObject | SealingKey, source: AsyncIterable<Buffer>) {
  const { start, rest } = await parted(source)
  const { key, head } = 'head' in by ? by : keyOf(start, by)
  let number = 0
  for await (const { chunk, last } of chunksOf(rest, CHUNK + TAG)) {
    yield open(key, chunk, nonceOf(number, last), number === 0 ? head : undefined)
    number += 1
  }
}

async function parted(source: AsyncIterable<Buffer>) {
  const parts = source[Symbol.asyncIterator]()
  let come: Buffer = Buffer.alloc(0)
  while (come.length < HEAD) {
    const { value, done } = await parts.next()
    if (done) throw new Unreadable('it is no backup of Svar')
    come = Buffer.concat([come, value])
  }
  async function* rest() {
    yield come.subarray(HEAD)
    for (;;) {
      const { value, done } = await parts.next()
      if (done) return
      yield value
    }
  }
  return { start: come.subarray(0, HEAD), rest: rest() }
}

function open(key: Buffer, chunk: Buffer, nonce: Buffer, head: Buffer | undefined): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
    if (head) decipher.setAAD(head)
    decipher.setAuthTag(chunk.subarray(-TAG))
    return Buffer.concat([decipher.update(chunk.subarray(0, -TAG)), decipher.final()])
  } catch {
    throw new Unreadable('it is damaged or cut short, or someone has changed it')
  }
}

/** Each key seals one stream, so a number is never used twice with it. */
function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt8(last ? 1 : 0, 0)
  nonce.writeUIntBE(number, 6, 6)
  return nonce
}

/** The stream in pieces of one size; only the last may be shorter, also empty. */
async function* chunksOf(source: AsyncIterable<Buffer>, size: number) {
  let waiting: Buffer[] = []
  let length = 0
  for await (const part of source) {
    waiting.push(part)
    length += part.length
    if (length <= size) continue
    let all = Buffer.concat(waiting)
    // One more byte has come, so that this is not the last.
    for (; all.length > size; all = all.subarray(size)) {
      yield { chunk: all.subarray(0, size), last: false }
    }
    waiting = [all]
    length = all.length
  }
  yield { chunk: Buffer.concat(waiting), last: true }
}
