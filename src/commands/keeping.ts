import type { Command } from 'commander'
import { releaseDue } from '../schedule.ts'
import { type Context, Refused, withStore } from './context.ts'
import { makeProgress } from './progress.ts'

/** `svar migrate`, `svar release` and `svar check`: what an operator runs by hand or by timer. */
export function keepingCommands(program: Command, context: Context) {
  program
    .command('migrate')
    .description('bring the data up to this version; starting does it too')
    .action(async () => {
      await withStore(context, (store) => store.ready())
      context.say('The data are of this version.')
    })

  program
    .command('release')
    .description('make the final release of every survey that has closed and waits for no tablet')
    .action(async () => {
      const made = await withStore(context, (store) => releaseDue(store, context.clock()))
      context.say(made.length > 0 ? `Released ${made.join(', ')}.` : 'Nothing was due.')
    })

  program
    .command('check')
    .option('--json', 'for machines')
    .description('verify the database, every checksum, and that tallies equal a recount')
    .action(async (options: { json?: boolean }) => {
      const progress = makeProgress('responses')
      const result = await withStore(context, (store) => store.check(progress))
      progress.end()
      const { ok, responses, faults } = result
      if (options.json) context.say(JSON.stringify(result))
      else if (ok) context.say(`All is well: ${responses} responses.`)
      if (!ok) throw new Refused(options.json ? 'the check found faults' : faults.join('\n'))
    })
}
