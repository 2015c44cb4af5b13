import type { Readable } from 'node:stream'
import type { Command } from 'commander'
import { readBounce, tokensIn } from '../mail/bounce.ts'
import { installationSecret } from '../secrets.ts'
import { eraseSubscriber, idIn } from '../subscriber.ts'
import { type AsJson, type Context, Refused, tell } from './context.ts'

/** A letter of ours has some kB, and comes back with little around it. */
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

async function textOf(stream: Readable): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    size += (part as Buffer).length
    if (size > MOST) throw new Refused('the message is too large to be one of ours that came back')
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts).toString('latin1')
}
