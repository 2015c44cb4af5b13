import type { Readable } from 'node:stream'
import type { Command } from 'commander'
import { readBounce, tokensIn } from '../mail/bounce.ts'
import { installationSecret } from '../secrets.ts'
import { eraseSubscriber, idIn } from '../subscriber.ts'
import { type AsJson, type Context, tell } from './context.ts'

/** What says who is gone stands before the letter itself, which some send back with much around. */
const MOST = 1024 * 1024

/** `svar mail bounce`, which a mail server pipes to what comes to SVAR_BOUNCE_ADDRESS. */
export function bounceCommand(mail: Command, context: Context) {
  mail
    .command('bounce')
    .argument('[recipient]', 'the address it came to, where the mail server says; else its head')
    .option('--json', 'for machines')
    .description('read a letter that came back, and erase the subscriber whose address is gone')
    .action((recipient: string | undefined, options: AsJson) => bounce(context, recipient, options))
}

/** Ends well whatever came: else the mail server would send it back once more. */
async function bounce(context: Context, recipient: string | undefined, options: AsJson) {
  const { tokens, isGone } = readBounce(await textOf(process.stdin))
  const given = recipient === undefined ? tokens : tokensIn(recipient)
  const erased = isGone ? await erase(context, given) : 0
  tell(context, options, { erased }, erased > 0 ? 'Erased.' : 'Nothing to erase.')
}

async function erase(context: Context, tokens: string[]): Promise<number> {
  const { folder, secret: own } = context.config()
  const secret = installationSecret(folder, own)
  const ids = tokens.flatMap((token) => idIn(secret, 'bounce', token) ?? [])
  if (ids.length === 0) return 0
  const subscriptions = context.openSubscriptions(folder)
  let erased = 0
  try {
    for (const id of ids) {
      if (!(await subscriptions.find(id))) continue
      await eraseSubscriber({ ...context, subscriptions }, id)
      erased += 1
    }
  } finally {
    await subscriptions.close()
  }
  return erased
}

/** Its beginning. */
async function textOf(stream: Readable): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  // To the end: who cannot write all of it takes it for a failure.
  for await (const part of stream) {
    if (size < MOST) parts.push(part as Buffer)
    size += (part as Buffer).length
  }
  return Buffer.concat(parts).toString('latin1')
}
