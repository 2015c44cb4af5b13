import Database from 'better-sqlite3'

/**
 * Copies a database as it stands at one moment, beside others that read and write it. The copy is
 * written anew, so that nothing of what was deleted is in it. Returns what SQLite finds wrong.
 */
export function copyDatabase(from: string, to: string): string[] {
  const source = new Database(from, { fileMustExist: true, timeout: 5000 })
  try {
    source.prepare('VACUUM INTO ?').run(to)
  } finally {
    source.close()
  }
  const copy = new Database(to, { fileMustExist: true })
  try {
    const found = copy.pragma('integrity_check(20)') as { integrity_check: string }[]
    return found.map((row) => row.integrity_check).filter((words) => words !== 'ok')
  } finally {
    copy.close()
  }
}
