import { accessSync, constants, mkdirSync } from 'node:fs'

/** Makes a folder of ours; why there is none that can be written to, as the system says it. */
export function hindrance(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code
  }
}
