import { isAbsolute, relative, resolve } from 'node:path'
import { z } from 'zod'
import { isPublicKey } from './backup/key.ts'
import { readProxies } from './proxies.ts'
import { isEmail } from './survey/people/person.ts'

/** An empty variable is as good as an absent one. */
const filled = (value: unknown) => (value === '' ? undefined : value)
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(filled, schema)

const whole = (least: number, most: number) => {
  const words = `must be a whole number from ${least} to ${most}`
  return z.coerce.number(words).int(words).min(least, words).max(most, words)
}

const environment = z.object({
  HOST: setting(z.string().default('127.0.0.1')),
  PORT: setting(whole(0, 65535).default(3000)),
  SVAR_DATA: setting(z.string().default('./data')),
  SVAR_BASE_URL: setting(
    z
      .url({
        protocol: /^https?$/,
        error: 'must be an address such as https://svar.example.se',
        abort: true,
      })
      .refine(
        isOrigin,
        'must be a name alone: no path, user or password, as https://svar.example.se',
      )
      .optional(),
  ),
  SVAR_DEMO: setting(z.enum(['0', '1'], 'must be 0 or 1').default('1')),
  SVAR_SECRET: setting(z.string().min(32, 'must have at least 32 characters').optional()),
  SVAR_SENDS_PER_MINUTE: setting(whole(1, 1_000_000).default(1200)),
  SVAR_METRICS_TOKEN: setting(
    z
      .string()
      .regex(/^[\x21-\x7e]{20,200}$/, 'must have at least 20 characters, and no spaces')
      .optional(),
  ),
  SMTP_URL: setting(
    z
      .url({ protocol: /^smtps?$/, error: 'must be an address such as smtp://user:pass@host:587' })
      .optional(),
  ),
  MAIL_FROM: setting(
    z.string().refine(isEmail, 'must be an e-mail address, without a name').optional(),
  ),
  SVAR_BOUNCE_ADDRESS: setting(
    z
      .string()
      .refine(
        (given) => isEmail(given) && /^[^@+]{1,15}@/.test(given),
        'must be an e-mail address with at most 15 characters and no + before the @',
      )
      .optional(),
  ),
  SVAR_BACKUPS: setting(z.string().optional()),
  SVAR_BACKUP_KEY: setting(
    z
      .string()
      .refine(isPublicKey, 'must be the public key that `svar backup key` prints')
      .optional(),
  ),
  SVAR_BACKUP_KEEP: setting(
    z
      .string()
      .regex(/^\d{1,3},\d{1,3},\d{1,3}$/, 'must be how many days, weeks and months, as 7,4,3')
      .refine((kept) => !kept.startsWith('0,'), 'must keep at least one day, as 1,0,0')
      .default('7,4,3'),
  ),
  SVAR_TRUST_PROXY: setting(
    z
      .string()
      .default('')
      .transform(readProxies)
      .refine(
        (trusted) => trusted !== undefined,
        'must be addresses or networks, such as 10.0.0.7,192.0.2.0/24',
      ),
  ),
})

/** Pages are at its root and nowhere below, and a password would stand in every link. */
function isOrigin(address: string): boolean {
  const { pathname, username, password, search, hash } = new URL(address)
  return pathname.replaceAll('/', '') === '' && !(username || password || search || hash)
}

export type Config = ReturnType<typeof readConfig>

/** Reads the environment; throws one clear line where a value is malformed. */
export function readConfig(variables: Record<string, string | undefined>) {
  const known = Object.keys(environment.shape)
  const unknown = Object.keys(variables).filter(
    (name) => /^(SVAR_|MAIL_|DATABASE_URL$|SMTP_)/.test(name) && !known.includes(name),
  )
  if (unknown.length > 0) {
    throw new ConfigError(`${unknown.join(', ')}: unknown here; known: ${known.join(', ')}`)
  }
  const read = environment.safeParse(variables)
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(lines.join('; '))
  }
  const env = read.data
  const baseUrl = env.SVAR_BASE_URL?.replace(/\/+$/, '')
  return {
    host: env.HOST,
    port: env.PORT,
    folder: env.SVAR_DATA,
    baseUrl,
    demo: env.SVAR_DEMO === '1',
    secret: env.SVAR_SECRET,
    /** how many times a minute one address may send before it has to wait */
    sendsPerMinute: env.SVAR_SENDS_PER_MINUTE,
    /** lets others than the machine itself read the metrics */
    metricsToken: env.SVAR_METRICS_TOKEN,
    /** who may say for whom it asks */
    trustedProxy: env.SVAR_TRUST_PROXY,
    /** how letters leave; absent: nobody is written to */
    mail: env.SMTP_URL === undefined ? undefined : mailOf(env.SMTP_URL, env, baseUrl),
    /** whom backups can be read by; absent: none can be made */
    backupKey: env.SVAR_BACKUP_KEY,
    /** where the server keeps backups by itself */
    backups: env.SVAR_BACKUPS === undefined ? undefined : backupsOf(env.SVAR_BACKUPS, env),
  }
}

export type BackupsConfig = ReturnType<typeof backupsOf>

function backupsOf(
  folder: string,
  env: { SVAR_DATA: string; SVAR_BACKUP_KEY?: string | undefined; SVAR_BACKUP_KEEP: string },
) {
  if (env.SVAR_BACKUP_KEY === undefined) {
    throw new ConfigError('SVAR_BACKUPS: needs SVAR_BACKUP_KEY; `svar backup key` makes one')
  }
  const [days, weeks, months] = env.SVAR_BACKUP_KEEP.split(',').map(Number) as Keep
  const inside = relative(resolve(env.SVAR_DATA), resolve(folder))
  if (!inside.startsWith('..') && !isAbsolute(inside)) {
    throw new ConfigError('SVAR_BACKUPS: must not be inside SVAR_DATA, with which it would be lost')
  }
  return { folder, keep: { days, weeks, months } }
}

type Keep = [number, number, number]

/** Where the installation is found, by what its operator says and never by a request. */
export const addressOf = ({ baseUrl, host, port }: Pick<Config, 'baseUrl' | 'host' | 'port'>) =>
  baseUrl ?? `http://${host}:${port}`

export type MailConfig = ReturnType<typeof mailOf>

/** Links in letters are built from what is written here, never from what a request says. */
function mailOf(
  smtpUrl: string,
  env: {
    HOST: string
    PORT: number
    MAIL_FROM?: string | undefined
    SVAR_BOUNCE_ADDRESS?: string | undefined
  },
  baseUrl: string | undefined,
) {
  const near = isLoopback(env.HOST) && env.PORT > 0
  if (!baseUrl && !near) {
    throw new ConfigError('SMTP_URL: needs SVAR_BASE_URL, from which links in letters are built')
  }
  const base =
    baseUrl ?? `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`
  const { hostname } = new URL(base)
  if (!env.MAIL_FROM && !isLoopback(hostname) && !hostname.includes('.')) {
    throw new ConfigError('SMTP_URL: needs MAIL_FROM, the address that letters come from')
  }
  const from = env.MAIL_FROM ?? `svar@${isLoopback(hostname) ? 'localhost' : hostname}`
  const bounces = env.SVAR_BOUNCE_ADDRESS
  return { smtpUrl, from, base, ...(bounces && { bounces }) }
}

/** Whether a host is the machine itself, so that nobody can listen on the way. */
export const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)

export class ConfigError extends Error {}
