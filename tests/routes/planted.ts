import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The files under a folder in whose bytes one of the words stands. */
export function filesWith(folder: string, words: string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) => {
      const bytes = readFileSync(join(folder, name))
      return words.some((word) => bytes.includes(word))
    })
    .toSorted()
}
