import type { Command } from 'commander'
import { accentFaults } from '../pages/accent.ts'
import { DEFAULT_ACCENT } from '../survey/organisation.ts'
import { actNow, type Context, Refused, withStore } from './context.ts'

/** `svar organisation set` */
export function organisationCommand(program: Command, context: Context) {
  program
    .command('organisation')
    .description('who asks')
    .command('set')
    .argument('<id>')
    .option('--name <name>', 'as people know it')
    .option('--accent <colour>', 'as #0b5f66; its contrast is checked')
    .description('make or change an organisation')
    .action(async (id: string, options: { name?: string; accent?: string }) => {
      if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(id)) throw new Refused(`"${id}" is no id`)
      const faults = options.accent === undefined ? [] : accentFaults(options.accent)
      if (faults.length > 0)
        throw new Refused(faults.map((fault) => `--accent: ${fault}`).join('\n'))
      await withStore(context, async (store) => {
        const all = await store.organisations()
        const before = all.find((organisation) => organisation.id === id)
        const organisation = {
          id,
          name: options.name ?? before?.name ?? id,
          accent: options.accent ?? before?.accent ?? DEFAULT_ACCENT,
          demo: before?.demo ?? false,
        }
        await store.saveOrganisation(organisation, actNow(context))
      })
      context.say(`Saved "${id}".`)
    })
}
