import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** What a mail server makes of a letter. */
export type Manner =
  | 'takes'
  /** no such mailbox */
  | 'refuses'
  /** will not have it, and does not say why */
  | 'declines'
  /** will not have these words */
  | 'objects'
  /** has the mailbox, and a rule against us */
  | 'forbids'
  /** not now */
  | 'busy'
  /** does not want us at all */
  | 'stranger'
  /** takes the letter and never says so */
  | 'hangs'
  /** breaks off in the middle of the letter */
  | 'drops'

export interface Received {
  to: string[]
  /** where it would come back to */
  from: string
  raw: string
  letter: Email
}

export type Smtp = Awaited<ReturnType<typeof startSmtp>>

/** A real mail server on this machine. */
export async function startSmtp({
  host = '127.0.0.1',
  ...options
}: SMTPServerOptions & { host?: string } = {}) {
  const received: Received[] = []
  const tries: string[] = []
  let manner: Manner = 'takes'
  let met: (() => void) | undefined
  const held: (() => void)[] = []
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    ...options,
    onMailFrom(_from, _session, done) {
      done(manner === 'stranger' ? refusal(550, 'we do not know you') : null)
    },
    onRcptTo({ address }, _session, done) {
      tries.push(address)
      if (manner === 'refuses') return done(refusal(550, `5.1.1 no mailbox ${address} here`))
      if (manner === 'declines') return done(refusal(550, `${address} will not have it`))
      if (manner === 'forbids') return done(refusal(550, '5.7.1 not from where you are'))
      if (manner === 'busy') return done(refusal(451, `${address}: come back later`))
      done()
    },
    onData(stream, { envelope }, done) {
      void (async () => {
        if (manner === 'drops') {
          for (const socket of sockets) socket.destroy()
          return
        }
        const raw = await textOf(stream)
        const to = envelope.rcptTo.map(({ address }) => address)
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        received.push({ to, from, raw, letter: await PostalMime.parse(raw) })
        if (manner === 'takes') done()
        else if (manner === 'objects') done(refusal(550, '5.1.1 these words are spam'))
        else held.push(() => done())
        met?.()
      })()
    },
  })
  const sockets = new Set<{ destroy(): void }>()
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    url: `smtp://${host}:${port}`,
    /** letters that came in whole, in order */
    received,
    /** addresses that letters were offered for */
    tries,
    behave: (as: Manner) => void (manner = as),
    /** resolves with the next letter */
    next: () => new Promise<void>((resolve) => (met = resolve)),
    /** says at last that it has the letters that it was silent about */
    confirm: () => held.splice(0).forEach((done) => done()),
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** The one link in a letter, without the host. */
export function linkIn({ letter }: Received) {
  const [, path] = /https?:\/\/[^/\s]+(\/office\/\S+)/.exec(letter.text ?? '') ?? []
  if (!path) throw new Error(`no link in: ${letter.text}`)
  return path
}

const refusal = (responseCode: number, words: string) =>
  Object.assign(new Error(words), { responseCode })

async function textOf(stream: Readable) {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('latin1')
}
