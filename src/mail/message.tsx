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
}

/** Which letter it is, on its way. */
interface Sent {
  id: string
  /** the address that letters come from */
  from: string
  now: number
}

/** The one way in which a letter is put together: plain text and HTML of the same parts. */
export function messageOf(written: Written, { id, from, now }: Sent) {
  const { to, sender, language, subject } = written
  return {
    from: { name: oneLine(sender), address: from },
    to: { name: oneLine(to.name), address: to.address },
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
    },
  }
}

function textOf({ before, action, after, sender }: Written): string {
  const doing = action ? [`${action.label}:\n${action.address}`] : []
  return `${[...before, ...doing, ...after, `-- \n${oneLine(sender)}`].join('\n\n')}\n`
}

function htmlOf({ language, subject, before, action, after, sender }: Written): string {
  const html = renderToString(
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
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
        <p>{oneLine(sender)}</p>
      </body>
    </html>,
  )
  return `<!doctype html>${html}`
}

/** A line break in a name would begin a header of its own. */
const oneLine = (words: string) => words.replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim()
