import { createTransport } from 'nodemailer'
import { isLoopback } from '../config.ts'

export type Transport = ReturnType<typeof makeTransport>

/**
 * The way to the mail server. Off the machine itself nothing is sent unless the connection is
 * encrypted and the server's certificate is in order. `patience` is how long it may be silent.
 */
export function makeTransport(smtpUrl: string, patience: number) {
  const url = new URL(smtpUrl)
  const near = isLoopback(url.hostname)
  const secure = url.protocol === 'smtps:'
  const user = decodeURIComponent(url.username)
  return createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : near ? 25 : 587)),
    secure,
    ...(near ? { ignoreTLS: true } : { requireTLS: true, tls: { minVersion: 'TLSv1.2' } }),
    ...(user && { auth: { user, pass: decodeURIComponent(url.password) } }),
    dnsTimeout: patience,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // A send that is cut off does not hold up a stop.
    socketCloseTimeout: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}
