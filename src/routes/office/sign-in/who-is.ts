import type { User } from '../../../store/store.ts'
import type { Deps } from '../../deps.ts'

/**
 * Whose address and password these are. An address may have an account in several organisations;
 * the password tells which is meant. Takes the same work where there is none.
 */
export async function whoIs(
  { store, passwords }: Deps,
  email: string,
  password: string,
): Promise<User | undefined> {
  const users = email ? await store.usersByEmail(email) : []
  const asked = users.length > 0 ? users : [undefined]
  const right = await Promise.all(asked.map((user) => passwords.is(user?.password, password)))
  return users.find((_, place) => right[place])
}
