import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { ConfigError } from '../config.ts'
import { releaseDue } from '../schedule.ts'
import type { CheckResult } from '../store/store.ts'
import { type AsJson, type Context, reasonOf, Refused, tell, withStore } from './context.ts'
import { makeProgress } from './progress.ts'

/** `svar migrate`, `svar release` and `svar check`: what an operator runs by hand or by timer. */
export function keepingCommands(program: Command, context: Context) {
  program
    .command('migrate')
    .description('bring the data up to this version; starting does it too')
    .option('--json', 'for machines')
    .action(async (options: AsJson) => {
      await withStore(context, (store) => store.ready())
      tell(context, options, { ok: true }, 'The data are of this version.')
    })

  program
    .command('release')
    .description('make the final release of every survey that has closed and waits for no tablet')
    .option('--json', 'for machines')
    .action(async (options: AsJson) => {
      const released = await withStore(context, (store) => releaseDue(store, context.clock()))
      const words = released.length > 0 ? `Released ${released.join(', ')}.` : 'Nothing was due.'
      tell(context, options, { released }, words)
    })

  program
    .command('check')
    .option('--json', 'for machines')
    .description('verify the database, every checksum, and that tallies equal a recount')
    .action(async (options: AsJson) => {
      const { folder } = context.config()
      // One that is made only now would be well, and the mistyped folder not noticed.
      if (!existsSync(join(folder, 'svar.db'))) {
        throw new Refused(`there is no database in ${folder} (SVAR_DATA)`)
      }
      const progress = makeProgress('responses')
      const result = await withStore(context, (store) => store.check(progress)).catch(unreadable)
      progress.end()
      const { ok, responses, faults } = result
      if (options.json) context.say(JSON.stringify(result))
      else if (ok) context.say(`All is well: ${responses} responses.`)
      if (!ok) throw new Refused(options.json ? 'the check found faults' : faults.join('\n'))
    })
}

/** A database too broken to be opened has a fault as well. */
function unreadable(error: unknown): CheckResult {
  const reason = reasonOf(error)
  if (reason === undefined || error instanceof ConfigError) throw error
  return { ok: false, responses: 0, faults: [`database: ${reason}`] }
}
