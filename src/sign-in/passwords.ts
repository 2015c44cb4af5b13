import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

export type Passwords = ReturnType<typeof makePasswords>

/** What guessing one password costs: KiB of memory, and how often it is gone through. */
interface Cost {
  memory: number
  passes: number
}

// OWASP's password storage recommendation for Argon2id: 19 MiB, two passes, one lane.
const recommended: Cost = { memory: 19_456, passes: 2 }

const derive = promisify(argon2)

/** How passwords are stored and known again; tests, which know them, may make guessing cheap. */
export function makePasswords(cost = recommended) {
  return {
    /** A password as it is stored: `salt.key`, both in base64url. */
    hash: (password: string) => hash(password, randomBytes(16), cost),
    /** Takes the same time whether there is such a user or not. */
    async is(stored: string | undefined, password: string): Promise<boolean> {
      const known = stored ?? `${'A'.repeat(22)}.${'A'.repeat(43)}`
      const salt = Buffer.from(known.split('.')[0]!, 'base64url')
      const given = Buffer.from(await hash(password, salt, cost))
      return timingSafeEqual(given, Buffer.from(known)) && stored !== undefined
    },
  }
}

async function hash(password: string, nonce: Buffer, { memory, passes }: Cost): Promise<string> {
  const message = Buffer.from(password.normalize('NFKC'))
  const shape = { message, nonce, parallelism: 1, tagLength: 32 }
  const key = await derive('argon2id', { ...shape, memory, passes })
  return `${nonce.toString('base64url')}.${key.toString('base64url')}`
}
