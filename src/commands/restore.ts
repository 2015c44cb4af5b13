import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { readPrivateKey } from '../backup/key.ts'
import { occupantsOf, type Restored, restoreBackup } from '../backup/restore.ts'
import { Unreadable } from '../backup/sealed-stream.ts'
import { type AsJson, type KeepContext, Refused, tell } from './context.ts'
import { makeProgress } from './progress.ts'

/** `svar restore` */
export function restoreCommand(program: Command, context: KeepContext) {
  program
    .command('restore')
    .argument(
      '<file>',
      'a backup; `erasures.jsonl` and `departures.jsonl` beside it are read as well',
    )
    .requiredOption('--key <file>', 'the file with the private key, and nothing else')
    .option('--json', 'for machines')
    .description('bring a backup back into an empty data folder, and delete again what was deleted')
    .action((file: string, options: AsJson & { key: string }) => restore(context, file, options))
}

async function restore(context: KeepContext, file: string, options: AsJson & { key: string }) {
  const { folder } = context.config()
  if (!existsSync(file)) throw new Refused(`there is no file ${file}`)
  if (!existsSync(options.key)) throw new Refused(`there is no file ${options.key}`)
  const key = readPrivateKey(readFileSync(options.key, 'utf8'))
  if (!key) throw new Refused(`${options.key} holds no private key of \`svar backup key\``)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = context.lockFolder(folder)
  if (!lock) throw new Refused(`a server is running on the data folder ${folder}`)
  const reading = makeProgress('bytes')
  const checking = makeProgress('responses')
  try {
    const [there] = occupantsOf(folder)
    if (there !== undefined) {
      const full = `${folder} is not empty (${there}): nothing is ever restored over what is there`
      throw new Refused(`${full}; name an empty folder with SVAR_DATA`)
    }
    const now = context.clock()
    const progress = { reading, checking }
    const outcome = await restoreBackup(context, file, key, folder, now, progress)
    checking.end()
    if ('faults' in outcome) throw new Refused(`not restored:\n${outcome.faults.join('\n')}`)
    tell(context, options, outcome, wordsOf(outcome, join(folder)))
  } catch (error) {
    if (error instanceof Unreadable) throw new Refused(`${file}: ${error.message}`)
    throw error
  } finally {
    reading.end()
    checking.end()
    lock.release()
  }
}

function wordsOf(
  { made, responses, purgedAgain, purgedNow, withdrawnAgain, leftAgain }: Restored,
  to: string,
) {
  const lines = [`Restored to ${to} as of ${made}, and checked: ${responses} responses.`]
  if (purgedAgain.length > 0) {
    lines.push(`Deleted again, since they had been: the answers to ${purgedAgain.join(', ')}.`)
  }
  if (purgedNow.length > 0) {
    lines.push(`Deleted, since their day has come: the answers to ${purgedNow.join(', ')}.`)
  }
  if (withdrawnAgain > 0) lines.push(`Withdrawn answers taken out again: ${withdrawnAgain}.`)
  if (leftAgain > 0) lines.push(`Subscribers who had left are gone again: ${leftAgain}.`)
  return lines.join('\n')
}
