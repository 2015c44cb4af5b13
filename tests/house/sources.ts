import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export const root = join(import.meta.dirname, '../..')

export interface Source {
  /** from the root, as `src/survey/receive.ts` */
  path: string
  text: string
  /** what it imports: paths from the root, or names of packages */
  imports: string[]
}

/** Every source file below the folders. */
export function sourcesIn(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|css|sql)$/.test(entry.name))
      .map((entry) => read(relative(root, join(entry.parentPath, entry.name)))),
  )
}

const statement =
  /^(?:import|export \*|export (?:type )?\{)[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const named = text.matchAll(statement)
  const imports = [...named].map(([, one, two, three]) => {
    const name = (one ?? two ?? three)!
    return name.startsWith('.') ? relative(root, join(root, dirname(path), name)) : name
  })
  return { path, text, imports }
}
