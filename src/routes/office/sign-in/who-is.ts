import { passwordIs } from '../../../secrets.ts'
import type { Store, User } from '../../../store/store.ts'

/**
 * Whose address and password these are. An address may have an account in several organisations;
 * the password tells which is meant. Takes the same work where there is none.
 */
export async function whoIs(
  store: Store,
  email: string,
  password: string,
): Promise<User | undefined> {
  const users = email ? await store.usersByEmail(email) : []
  const asked = users.length > 0 ? users : [undefined]
  const right = await Promise.all(asked.map((user) => passwordIs(user?.password, password)))
  return users.find((_, place) => right[place])
}
