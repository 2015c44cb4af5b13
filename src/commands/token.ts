import { type Command, Option } from 'commander'
import { hashSecret, makeSecret } from '../secrets.ts'
import type { Scope } from '../store/store.ts'
import { actNow, type Context, organisationFor, tell, withStore } from './context.ts'

/** `svar token add` */
export function tokenCommand(program: Command, context: Context) {
  program
    .command('token')
    .description('access for machines')
    .command('add')
    .option('--organisation <id>', 'whose surveys')
    .addOption(
      new Option('--scope <scope>', 'read results or import responses')
        .choices(['read', 'import'])
        .makeOptionMandatory(),
    )
    .option('--json', 'for machines')
    .description('print a new token; only its hash is kept')
    .action((options: { organisation?: string; scope: Scope; json?: boolean }) =>
      withStore(context, async (store) => {
        const organisation = await organisationFor(context, store, options.organisation)
        const token = makeSecret()
        await store.addToken(hashSecret(token), organisation, options.scope, actNow(context))
        tell(context, options, { token, organisation, scope: options.scope }, token)
      }),
    )
}
