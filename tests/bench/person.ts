import { makePasswords } from '../../src/sign-in/passwords.ts'
import { hashSecret, makeSecret } from '../../src/secrets.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'

/** A planner of the bench's organisation with so many sessions; returns their cookies. */
export async function planner(folder: string, sessions: number): Promise<string[]> {
  const store = openSqlite(folder)
  const user = {
    id: 'bench',
    organisation: 'nord',
    email: 'bench@svar.example',
    name: 'Bench',
    password: await makePasswords().hash('bänkens långa lösen'),
    role: 'planner' as const,
    sites: [],
  }
  await store.addUser(user, { by: 'bench', at: '2026-06-01T10:00:00Z' })
  const cookies: string[] = []
  for (let made = 0; made < sessions; made += 1) {
    const token = makeSecret()
    await store.openSession(hashSecret(token), user.id, Date.now())
    cookies.push(`svar-session=${token}`)
  }
  await store.close()
  return cookies
}
