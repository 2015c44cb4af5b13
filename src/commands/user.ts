import { randomBytes, randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { personFaults } from '../people.ts'
import { hashPassword } from '../secrets.ts'
import { type Context, organisationMade, Refused, withStore } from './context.ts'

interface Options {
  organisation?: string
  name?: string
  password?: string
}

/** `svar user add` */
export function userCommand(program: Command, context: Context) {
  program
    .command('user')
    .description('people of the office')
    .command('add')
    .argument('<email>')
    .option('--organisation <id>', 'whose office; made where there is none such yet')
    .option('--name <name>', 'as colleagues know them')
    .option('--password <password>', 'at least 12 characters; made and printed where left out')
    .description('add someone who may sign in')
    .action(async (address: string, options: Options) => {
      const email = address.trim().toLowerCase()
      const name = options.name ?? email.split('@')[0]!
      const password = options.password ?? randomBytes(15).toString('base64url')
      const faults = personFaults({ name, email, password })
      if (faults.length > 0) {
        throw new Refused(faults.map(({ field, code }) => `${field}: ${reasons[code]}`).join('\n'))
      }
      await withStore(context, async (store) => {
        const organisation = await organisationMade(context, store, options.organisation)
        const hashed = await hashPassword(password)
        await store.addUser({ id: randomUUID(), organisation, email, name, password: hashed })
      })
      context.say(`Added ${email}.${options.password ? '' : ` Password: ${password}`}`)
    })
}

const reasons = {
  missing: 'is missing',
  email: 'must be an e-mail address',
  short: 'must have at least 12 characters',
  common: 'is too easy to guess',
  taken: 'has a user already',
}
