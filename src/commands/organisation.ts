import type { Command } from 'commander'
import { accentFaults } from '../survey/color/accent.ts'
import { DEFAULT_ACCENT, type Organisation } from '../survey/organisation.ts'
import { isEmail } from '../survey/people/person.ts'
import { actNow, type Context, organisationId, Refused, withStore } from './context.ts'

type Options = Partial<Pick<Organisation, 'name' | 'accent' | 'email' | 'phone'>>

/** `svar organisation set` */
export function organisationCommand(program: Command, context: Context) {
  program
    .command('organisation')
    .description('who asks')
    .command('set')
    .argument('<id>')
    .option('--name <name>', 'as people know it')
    .option('--accent <colour>', 'as #0b5f66; its contrast is checked')
    .option('--email <address>', 'for the accessibility statement; "" takes it away')
    .option('--phone <number>', 'for the accessibility statement; "" takes it away')
    .description('make or change an organisation')
    .action(async (id: string, options: Options) => {
      const faults = [
        ...(organisationId.test(id) ? [] : [`"${id}" is no id`]),
        ...faultsOf(options),
      ]
      if (faults.length > 0) throw new Refused(faults.join('\n'))
      await withStore(context, async (store) => {
        const all = await store.organisations()
        const made = { id, name: id, accent: DEFAULT_ACCENT, demo: false }
        const before = all.find((organisation) => organisation.id === id) ?? made
        const { email, phone, ...rest } = { ...before, ...options }
        const organisation = { ...rest, ...(email && { email }), ...(phone && { phone }) }
        await store.saveOrganisation(organisation, actNow(context))
      })
      context.say(`Saved "${id}".`)
    })
}

function faultsOf({ accent, email, phone }: Options): string[] {
  return [
    ...(accent === undefined ? [] : accentFaults(accent).map((fault) => `--accent: ${fault}`)),
    ...(!email || isEmail(email) ? [] : ['--email: must be an e-mail address']),
    ...(!phone || /^\+?[\d ()/-]{3,30}$/.test(phone) ? [] : ['--phone: must be a number']),
  ]
}
