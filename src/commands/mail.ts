import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { makeInterface } from '../i18n.ts'
import { messageOf } from '../mail/message.tsx'
import { faultOf } from '../mail/refusals.ts'
import { makeTransport } from '../mail/transport.ts'
import { isEmail } from '../survey/people/person.ts'
import { bounceCommand } from './bounce.ts'
import { type AsJson, type Context, Refused, tell } from './context.ts'

/** An operator waits at the terminal. */
const PATIENCE = 10_000
/** That of the command line. */
const LANGUAGE = 'en'

/** `svar mail test` and `svar mail bounce` */
export function mailCommand(program: Command, context: Context) {
  const mail = program.command('mail').description('letters to the office and to subscribers')
  bounceCommand(mail, context)
  mail
    .command('test')
    .argument('<address>')
    .option('--json', 'for machines')
    .description('send a letter now, and say what the mail server answered')
    .action((address: string, options: AsJson) => test(context, address, options))
}

async function test(context: Context, address: string, options: AsJson) {
  const { mail } = context.config()
  if (!mail) throw new Refused('SMTP_URL is not set: no e-mail can be sent')
  if (!isEmail(address)) throw new Refused(`"${address}" is no e-mail address`)
  const words = makeInterface().words(LANGUAGE)
  const written = {
    to: { name: '', address },
    sender: 'Svar',
    language: LANGUAGE,
    subject: words('mail:test.subject'),
    before: [words('mail:test.text')],
    after: [words('mail:noReply')],
  }
  const sent = { id: randomUUID(), from: mail.from, now: context.clock() }
  try {
    await makeTransport(mail.smtpUrl, PATIENCE).sendMail(messageOf(written, sent))
  } catch (error) {
    const { code, command, responseCode } = faultOf(error).said
    const where = [code, command, responseCode].filter(Boolean).join(', ')
    throw new Refused(`not sent (${where}): ${error instanceof Error ? error.message : ''}`)
  }
  tell(context, options, { sent: true, from: mail.from }, `Sent, from ${mail.from}.`)
}
