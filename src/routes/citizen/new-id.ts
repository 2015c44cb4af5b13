import { randomBytes } from 'node:crypto'
import { makeReceipt } from '../../survey/receipt.ts'

const SIZE = 14

/** Asking the system for random bytes costs the same for many ids as for one. */
const AT_ONCE = 128

let drawn = Buffer.alloc(0)
let used = 0

/** The id of a response to be, which nobody can guess. */
export function newId(): string {
  if (used === drawn.length) {
    drawn = randomBytes(SIZE * AT_ONCE)
    used = 0
  }
  const own = drawn.subarray(used, used + SIZE)
  used += SIZE
  return makeReceipt(own)
}
