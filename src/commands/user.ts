import { randomBytes, randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { hashPassword } from '../secrets.ts'
import { PASSWORD_LEAST, personFaults } from '../survey/person.ts'
import { type Context, organisationFor, Refused, tell, withStore } from './context.ts'

interface Options {
  organisation?: string
  name?: string
  password?: string
  json?: boolean
}

/** `svar user add` */
export function userCommand(program: Command, context: Context) {
  program
    .command('user')
    .description('people of the office')
    .command('add')
    .argument('<email>')
    .option('--organisation <id>', 'whose office; made where it is the first of your own')
    .option('--name <name>', 'as colleagues know them')
    .option(
      '--password <password>',
      `at least ${PASSWORD_LEAST} characters; made and printed where left out`,
    )
    .option('--json', 'for machines')
    .description('add someone who may sign in')
    .action(async (address: string, options: Options) => {
      const email = address.trim().toLowerCase()
      const name = options.name ?? email.split('@')[0]!
      const password = options.password ?? randomBytes(15).toString('base64url')
      const faults = personFaults({ name, email, password })
      if (faults.length > 0) {
        throw new Refused(faults.map(({ field, code }) => `${field}: ${reasons[code]}`).join('\n'))
      }
      const organisation = await withStore(context, async (store) => {
        const organisation = await organisationFor(context, store, options.organisation)
        const hashed = await hashPassword(password)
        await store.addUser({ id: randomUUID(), organisation, email, name, password: hashed })
        return organisation
      })
      const made = options.password === undefined
      const added = { email, organisation, ...(made && { password }) }
      tell(context, options, added, `Added ${email}.${made ? ` Password: ${password}` : ''}`)
    })
}

const reasons = {
  missing: 'is missing',
  email: 'must be an e-mail address',
  short: `must have at least ${PASSWORD_LEAST} characters`,
  common: 'is too easy to guess',
  taken: 'has a user already',
}
