import type { Config } from '../config.ts'
import type { Store } from '../store/store.ts'
import type { Act } from '../store/store.ts'
import { DEFAULT_ACCENT, type Organisation } from '../survey/organisation.ts'
import { Problem } from '../survey/problem.ts'

/** What a command works with; main gives it. */
export interface Context {
  config: () => Config
  openStore: (folder: string) => Store
  clock: () => number
  /** a line for people, or the data for machines where `--json` asks for it */
  say: (line: string) => void
  /** a remark beside the output, on stderr */
  note: (line: string) => void
}

/** Refused: the reason goes to stderr, and the command ends with 1. */
export class Refused extends Error {}

/** Runs a step on the store beside a server that may be running, and closes it. */
export async function withStore<T>(context: Context, step: (store: Store) => Promise<T>) {
  const store = context.openStore(context.config().folder)
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
  const all = await store.organisations()
  if (id === undefined) {
    if (all.length === 1) return all[0]!.id
    const known = all.map((organisation) => organisation.id).join(', ') || 'there is none yet'
    throw new Refused(`name an organisation with --organisation ID (${known})`)
  }
  return id
}

/** The named organisation, made with that name where there is none yet. */
export async function organisationMade(
  context: Context,
  store: Store,
  id: string | undefined,
): Promise<string> {
  const named = await organisationNamed(store, id)
  const all = await store.organisations()
  if (all.some((organisation) => organisation.id === named)) return named
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(named)) {
    throw new Refused(`"${named}" is no id: lower-case letters a to z, digits and -, at most 40`)
  }
  await store.saveOrganisation(newOrganisation(named), actNow(context))
  context.note(
    `Made the organisation "${named}"; \`svar organisation set ${named} --name "…"\` names it.`,
  )
  return named
}

const newOrganisation = (id: string): Organisation => ({
  id,
  name: id,
  accent: DEFAULT_ACCENT,
  demo: false,
})

/** The organisation that a survey belongs to; an operator may name any survey. */
export async function ownerOf(store: Store, survey: string): Promise<string> {
  for (const { id } of await store.organisations()) {
    if (await store.surveyOf(id, survey)) return id
  }
  throw new Problem('unknown', [`there is no survey "${survey}"`])
}
