import { renderToString } from 'preact-render-to-string'
import { link } from '../pages/link.ts'
import { directionOf } from '../survey/language.ts'

/** What a letter says, before it has a form. */
export interface Written {
  to: { name: string; address: string }
  /** whose name it comes in */
  sender: string
  language: string
  subject: string
  before: string[]
  action?: { label: string; address: string }
  after: string[]
  /** where its reader has no more of them, with one click of the mail program as well */
  leave?: { label: string; address: string }
  /** by what a mail server that cannot deliver it says whose it was */
  bounce?: string
}

/** Which letter it is, on its way. */
interface Sent {
  id: string
  /** the address that letters come from */
  from: string
  /** where letters that cannot be delivered come back to, if anyone reads them there */
  bounces?: string | undefined
  now: number
}

/** The one way in which a letter is put together: plain text and HTML of the same parts. */
export function messageOf(written: Written, { id, from, bounces, now }: Sent) {
  const { to, sender, language, subject, leave, bounce } = written
  return {
    from: { name: oneLine(sender), address: from },
    to: { name: oneLine(to.name), address: to.address },
    ...(bounces && bounce && { envelope: { from: returnPath(bounces, bounce), to: to.address } }),
    subject: oneLine(subject),
    text: textOf(written),
    html: htmlOf(written),
    // Folds long lines, and gives them back whole.
    textEncoding: 'quoted-printable' as const,
    // The same at each try, so that a receiver can tell a letter that came twice.
    messageId: `<${id}@${from.split('@')[1]}>`,
    date: new Date(now),
    headers: {
      'Content-Language': language,
      // Nobody's holiday answer is wanted, by the standard and as Exchange has it.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(leave && leavingHeaders(leave.address)),
    },
  }
}

/** RFC 2369, and RFC 8058 where a mail program may do it by itself. */
const leavingHeaders = (address: string) => ({
  'List-Unsubscribe': `<${address}>`,
  ...(address.startsWith('https:') && {
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
})

const returnPath = (bounces: string, bounce: string) => bounces.replace('@', `+${bounce}@`)

function textOf({ before, action, after, leave, sender }: Written): string {
  const [doing, leaving] = [action, leave].map((one) =>
    one ? [`${one.label}:\n${one.address}`] : [],
  ) as [string[], string[]]
  return `${[...before, ...doing, ...after, ...leaving, `-- \n${oneLine(sender)}`].join('\n\n')}\n`
}

/** Colours are the mail program's own, light or dark; an address written in full breaks on a phone. */
const LOOK =
  'body{max-width:36em;margin:auto;padding:1em;font:1em/1.5 sans-serif;overflow-wrap:anywhere}'

function htmlOf({ language, subject, before, action, after, leave, sender }: Written): string {
  const html = renderToString(
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>{LOOK}</style>
        <title>{oneLine(subject)}</title>
      </head>
      <body>
        {before.map((words) => (
          <p key={words}>{words}</p>
        ))}
        {action && (
          <p>
            <a href={link(action.address)}>{action.label}</a>
            <br />
            {action.address}
          </p>
        )}
        {after.map((words) => (
          <p key={words}>{words}</p>
        ))}
        {leave && (
          <p>
            <a href={link(leave.address)}>{leave.label}</a>
          </p>
        )}
        <p>{oneLine(sender)}</p>
      </body>
    </html>,
  )
  return `<!doctype html>${html}`
}

/** A line break in a name would begin a header of its own. */
const oneLine = (words: string) => words.replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim()
