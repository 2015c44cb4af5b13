import type { Command } from 'commander'
import { addressOf } from '../config.ts'
import { prepareDevice } from '../enrolment.ts'
import type { Store } from '../store/store.ts'
import { shownCode } from '../survey/tablets/enrol-code.ts'
import { actNow, type Context, organisationNamed, Refused, withStore } from './context.ts'

interface Enrolling {
  site: string
  organisation?: string
  name?: string
  json?: boolean
}

/** `svar device …` */
export function deviceCommands(program: Command, context: Context) {
  const device = program.command('device').description('kiosk tablets')

  device
    .command('enrol')
    .requiredOption('--site <site>', 'where the tablet stands: the id of a site of a survey')
    .option('--organisation <id>', 'whose surveys')
    .option('--name <name>', 'as colleagues know it')
    .option('--json', 'for machines')
    .description('add a tablet, and print what is typed on it; the code works once')
    .action((options: Enrolling) => withStore(context, (store) => enrol(store, context, options)))

  device
    .command('list')
    .option('--organisation <id>', 'of one organisation only')
    .option('--json', 'for machines')
    .description('list tablets: last heard of (UTC), answers that wait on them, answers refused')
    .action((options: { organisation?: string; json?: boolean }) =>
      withStore(context, async (store) => {
        const rows = await list(store, options.organisation)
        if (options.json) return context.say(JSON.stringify(rows))
        if (rows.length === 0) context.note('There are no tablets.')
        for (const { id, organisation, site, name, state, seen, queued, refused } of rows) {
          const numbers = `${queued ?? '?'} waiting\t${refused} refused`
          context.say([id, organisation, site, name, state, seen ?? 'never', numbers].join('\t'))
        }
      }),
    )
}

async function enrol(store: Store, context: Context, options: Enrolling) {
  const { site } = options
  const organisation = await organisationNamed(store, options.organisation)
  const surveys = await store.surveys(organisation)
  const known = surveys.flatMap(({ draft, questionnaire }) => (questionnaire ?? draft).sites)
  if (!known.some(({ id }) => id === site)) {
    throw new Refused(`no survey of "${organisation}" has the site "${site}"`)
  }
  const others = (await store.devices(organisation)).filter((device) => device.site === site)
  const name = options.name?.trim() || `${site} ${others.length + 1}`
  const { device, code, pin } = await prepareDevice({ site, name }, context.clock())
  await store.addDevice(organisation, device, actNow(context))
  const address = `${addressOf(context.config())}/kiosk`
  const until = isoOf(device.codeUntil)
  if (options.json) {
    const { id } = device
    return context.say(
      JSON.stringify({ id, organisation, site, name, code, codeUntil: until, pin, address }),
    )
  }
  context.say(`Open ${address} on the tablet.`)
  context.say(`Code ${shownCode(code)}   (once, within ten minutes)`)
  context.say(`PIN  ${pin}   (opens the settings on the tablet)`)
}

async function list(store: Store, organisation: string | undefined) {
  const asked =
    organisation === undefined
      ? (await store.organisations()).map(({ id }) => id)
      : [await organisationNamed(store, organisation)]
  const rows = []
  for (const id of asked) {
    for (const device of await store.devices(id)) {
      const { site, name, enrolledAt, revokedAt, seenAt, report, refused } = device
      rows.push({
        id: device.id,
        organisation: id,
        site,
        name,
        state: revokedAt ? 'revoked' : enrolledAt ? 'enrolled' : 'waiting',
        seen: seenAt === undefined ? null : isoOf(seenAt),
        queued: report?.queued ?? null,
        refused,
      })
    }
  }
  return rows
}

const isoOf = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toString()
