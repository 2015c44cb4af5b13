// Loads TypeScript as the tests do, in a process whose files may not grow beyond its limit.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { runnerImport } from 'vite'

const [folder] = process.argv.slice(2)
const root = join(import.meta.dirname, '../..')
const { module } = await runnerImport(join(import.meta.dirname, 'filling.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
})
writeSync(1, JSON.stringify(await module.fill(folder)))
process.exit(0)
