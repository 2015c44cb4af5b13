import { randomBytes, randomUUID } from 'node:crypto'
import { type Command, Option } from 'commander'
import { makePasswords } from '../sign-in/passwords.ts'
import type { Store } from '../store/store.ts'
import { PASSWORD_LEAST, personFaults } from '../survey/people/person.ts'
import { hasSites, type Role, roles } from '../survey/rights.ts'
import {
  actNow,
  type AsJson,
  type Context,
  organisationFor,
  organisationNamed,
  Refused,
  tell,
  withStore,
} from './context.ts'

interface Options extends AsJson {
  organisation?: string
  name?: string
  password?: string
  role: Role
  site: string[]
}

/** `svar user add` and `svar user allow-passwords` */
export function userCommand(program: Command, context: Context) {
  const user = program.command('user').description('people of the office')
  user
    .command('allow-passwords')
    .option('--organisation <id>', 'whose office')
    .option('--json', 'for machines')
    .description('let people sign in with passwords again, where their own service fails')
    .action((options: Pick<Options, 'organisation' | 'json'>) => allow(context, options))
  user
    .command('add')
    .argument('<email>')
    .option('--organisation <id>', 'whose office; made where it is the first of your own')
    .option('--name <name>', 'as colleagues know them')
    .option(
      '--password <password>',
      `at least ${PASSWORD_LEAST} characters; made and printed where left out`,
    )
    .addOption(
      new Option('--role <role>', 'what they may do').choices(roles).default('administrator'),
    )
    .option('--site <id>', 'limits a planner or reception to a site; may be repeated', also, [])
    .option('--json', 'for machines')
    .description('add someone who may sign in')
    .action((address: string, options: Options) => add(context, address, options))
}

async function allow(context: Context, options: Pick<Options, 'organisation' | 'json'>) {
  const organisation = await withStore(context, async (store) => {
    const organisation = await organisationNamed(store, options.organisation)
    await store.allowPasswords(organisation, actNow(context))
    return organisation
  })
  tell(context, options, { organisation }, `Passwords are allowed in "${organisation}".`)
}

const also = (site: string, before: string[]) => [...before, site]

async function add(context: Context, address: string, options: Options) {
  const { role } = options
  const sites = [...new Set(options.site)].toSorted()
  if (sites.length > 0 && !hasSites(role)) {
    throw new Refused(`--site: is for a planner or reception, not for ${role}`)
  }
  const email = address.trim().toLowerCase()
  const name = options.name ?? email.split('@')[0]!
  const password = options.password ?? randomBytes(15).toString('base64url')
  const faults = personFaults({ name, email, password })
  if (faults.length > 0) {
    throw new Refused(faults.map(({ field, code }) => `${field}: ${reasons[code]}`).join('\n'))
  }
  const organisation = await withStore(context, async (store) => {
    const organisation = await organisationFor(context, store, options.organisation)
    await assertSites(store, organisation, sites)
    const user = { id: randomUUID(), organisation, email, name, role, sites }
    await store.addUser(
      { ...user, password: await makePasswords().hash(password) },
      actNow(context),
    )
    return organisation
  })
  const made = options.password === undefined
  const added = { email, organisation, role, ...(made && { password }) }
  tell(context, options, added, `Added ${email}.${made ? ` Password: ${password}` : ''}`)
}

async function assertSites(store: Store, organisation: string, sites: string[]) {
  const surveys = await store.surveys(organisation)
  const all = surveys.flatMap(({ draft, questionnaire }) => (questionnaire ?? draft).sites)
  const unknown = sites.filter((site) => !all.some(({ id }) => id === site))
  if (unknown.length > 0) {
    throw new Refused(`no survey of "${organisation}" has the site "${unknown.join('", "')}"`)
  }
}

const reasons = {
  missing: 'is missing',
  email: 'must be an e-mail address',
  short: `must have at least ${PASSWORD_LEAST} characters`,
  common: 'is too easy to guess',
  long: 'is too long',
}
