import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Keep, momentOf, nameOf, outdated } from './rotation.ts'

/** The moments of which there are backups in a folder. */
export function momentsIn(folder: string): number[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map(momentOf)
    .filter((at) => at !== undefined)
}

/** Removes the backups that are over; their names. */
export function rotate(folder: string, keep: Keep, erased: number, now: number): string[] {
  const names = outdated(momentsIn(folder), keep, erased, now).map(nameOf)
  for (const name of names) rmSync(join(folder, name), { force: true })
  return names
}

/** Makes a file's new name last through a power cut. */
export function syncFolder(path: string) {
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
