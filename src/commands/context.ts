import { type Config, ConfigError } from '../config.ts'
import { hindrance } from '../folder.ts'
import type { Store } from '../store/store.ts'
import type { Subscriptions } from '../store/subscriptions.ts'
import type { Act } from '../store/store.ts'
import { DEFAULT_ACCENT } from '../survey/organisation.ts'
import { Problem } from '../survey/problem.ts'

/** What a command works with; main gives it. */
export interface Context {
  config: () => Config
  openStore: (folder: string) => Store
  openSubscriptions: (folder: string) => Subscriptions
  clock: () => number
  /** a line for people, or the data for machines where `--json` asks for it */
  say: (line: string) => void
  /** a remark beside the output, on stderr */
  note: (line: string) => void
}

/** What keeping and bringing back a whole installation needs besides. */
export interface KeepContext extends Context {
  lockFolder: (
    folder: string,
    name?: 'server.lock' | 'backup.lock',
  ) => { release(): void } | undefined
  copyDatabase: (from: string, to: string) => string[]
  version: string
}

/** Says what was done: in words, or with `--json` as data. */
export function tell(context: Context, { json }: AsJson, data: object, words: string) {
  context.say(json ? JSON.stringify(data) : words)
}

export interface AsJson {
  json?: boolean
}

/** Refused: the reason goes to stderr, and the command ends with 1. */
export class Refused extends Error {}

/** The reason of an expected refusal; undefined where an error is a mistake of ours. */
export function reasonOf(error: unknown): string | undefined {
  if (error instanceof Refused || error instanceof ConfigError || error instanceof Problem) {
    return error.message
  }
  const { code } = error as { code?: string }
  const bySystem = typeof code === 'string' && /^(SQLITE_|E[A-Z]+$)/.test(code)
  return bySystem ? (error as Error).message : undefined
}

/** Refused where no data can be kept there. */
export function useFolder(folder: string) {
  const fault = hindrance(folder)
  if (fault) throw new Refused(`no data can be kept in ${folder} (SVAR_DATA): ${fault}`)
}

/** Runs a step on the store beside a server that may be running, and closes it. */
export async function withStore<T>(context: Context, step: (store: Store) => Promise<T>) {
  const { folder } = context.config()
  useFolder(folder)
  const store = context.openStore(folder)
  try {
    return await step(store)
  } finally {
    await store.close()
  }
}

export const actNow = (context: Context): Act => ({
  by: 'svar',
  at: Temporal.Instant.fromEpochMilliseconds(context.clock()).toString(),
})

/** The named organisation, or the only one there is. */
export async function organisationNamed(store: Store, id: string | undefined): Promise<string> {
  const known = (await store.organisations()).map((organisation) => organisation.id)
  const list = known.join(', ') || 'there is none yet'
  if (id === undefined) {
    if (known.length === 1) return known[0]!
    throw new Refused(`name an organisation with --organisation ID (${list})`)
  }
  if (known.includes(id)) return id
  throw new Refused(
    `there is no organisation "${id}" (${list}); ` +
      `\`svar organisation set ${id} --name "…"\` makes it`,
  )
}

/**
 * The same, but the first of an installation's own is made by naming it; later ones are not, since
 * a mistyped name would make one.
 */
export async function organisationFor(
  context: Context,
  store: Store,
  id: string | undefined,
): Promise<string> {
  const all = await store.organisations()
  const first = all.every((one) => one.demo && one.id !== id)
  if (id === undefined || !first) return organisationNamed(store, id)
  if (!organisationId.test(id)) {
    throw new Refused(`"${id}" is no id: lower-case letters a to z, digits and -, at most 40`)
  }
  const organisation = { id, name: id, accent: DEFAULT_ACCENT, demo: false }
  await store.saveOrganisation(organisation, actNow(context))
  context.note(
    `Made the organisation "${id}"; \`svar organisation set ${id} --name "…"\` names it.`,
  )
  return id
}

export const organisationId = /^[a-z0-9][a-z0-9-]{0,39}$/

/** The organisation that a survey belongs to; an operator may name any survey. */
export async function ownerOf(store: Store, survey: string): Promise<string> {
  for (const { id } of await store.organisations()) {
    if (await store.surveyOf(id, survey)) return id
  }
  throw new Problem('unknown', [`there is no survey "${survey}"`])
}
