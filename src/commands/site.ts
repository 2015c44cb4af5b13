import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { makeInterface } from '../i18n.ts'
import { LARGEST_SITE_FILE, readSiteFile, textIn } from '../site-file.ts'
import type { Store } from '../store/store.ts'
import { reportOn, type SiteReport } from '../survey/sites/file-rows.ts'
import {
  actNow,
  type AsJson,
  type Context,
  organisationFor,
  organisationNamed,
  Refused,
  tell,
  withStore,
} from './context.ts'

interface Importing extends AsJson {
  organisation?: string
  skipFaulty?: boolean
  dryRun?: boolean
}

/** `svar site import|list` */
export function siteCommands(program: Command, context: Context) {
  const site = program.command('site').description('the register of sites')

  site
    .command('import')
    .argument('<file>', 'CSV with the headings id,name and optionally listed,group')
    .option('--organisation <id>', 'whose sites; made where it is the first of your own')
    .option('--skip-faulty', 'take the other rows where some are faulty')
    .option('--dry-run', 'only say what would change')
    .option('--json', 'for machines')
    .description('add sites and change known ones; refused with every faulty row')
    .action((file: string, options: Importing) => take(context, file, options))

  site
    .command('list')
    .option('--organisation <id>', 'of one organisation only')
    .option('--json', 'for machines')
    .description('list sites: id, name, listed, group, whether retired')
    .action((options: AsJson & { organisation?: string }) =>
      withStore(context, async (store) => {
        const rows = await list(store, options.organisation)
        if (options.json) return context.say(JSON.stringify(rows))
        for (const { organisation, id, name, listed, group, retired } of rows) {
          const cells = [organisation, id, name, listed ?? '', group ?? '']
          context.say([...cells, retired ? 'retired' : ''].join('\t').trimEnd())
        }
      }),
    )
}

async function take(context: Context, file: string, options: Importing) {
  const read = await readFileOf(file)
  await withStore(context, async (store) => {
    const organisation = options.dryRun
      ? await organisationNamed(store, options.organisation)
      : await organisationFor(context, store, options.organisation)
    const register = {
      sites: await store.sites(organisation),
      groups: await store.siteGroups(organisation),
    }
    const report = reportOn(read.lines, read.order, read.width, register)
    const reasons = reasonsOf(file, report)
    if (reasons.length > 0 && !options.skipFaulty) throw new Refused(reasons.join('\n'))
    for (const reason of reasons) context.note(reason)
    const { fresh, changed, same } = report
    if (!options.dryRun) {
      await store.takeSites(organisation, [...fresh, ...changed], actNow(context))
    }
    const counts = { added: fresh.length, changed: changed.length, same, faulty: reasons.length }
    const words = `${counts.added} new, ${counts.changed} changed, ${same} unchanged, ${counts.faulty} faulty.`
    tell(context, options, { organisation, ...counts }, words)
  })
}

async function readFileOf(file: string) {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(`${file} cannot be read: ${error.code}`)
  })
  if (bytes.length > LARGEST_SITE_FILE) throw new Refused(`${file}: is larger than 2 MB`)
  const given = textIn(bytes)
  const read = given ? readSiteFile(given.text) : { fault: 'notText' as const }
  if ('fault' in read) {
    throw new Refused(`${file}: ${english()(`sites:import.fault.${read.fault}`)}`)
  }
  return read
}

const reasonsOf = (file: string, { faults }: SiteReport): string[] => {
  const words = english()
  return faults.map(
    ({ line, code, values }) => `${file}:${line}: ${words(`sites:row.${code}`, values)}`,
  )
}

const english = () => {
  const { words: inLanguage } = makeInterface()
  return inLanguage('en')
}

async function list(store: Store, asked: string | undefined) {
  const organisations =
    asked === undefined
      ? (await store.organisations()).map(({ id }) => id)
      : [await organisationNamed(store, asked)]
  const rows = []
  for (const organisation of organisations) {
    const groups = new Map((await store.siteGroups(organisation)).map(({ id, name }) => [id, name]))
    for (const { id, name, listed, group, retiredAt } of await store.sites(organisation)) {
      rows.push({
        organisation,
        id,
        name,
        listed: listed ?? null,
        group: groups.get(group ?? '') ?? null,
        retired: retiredAt !== undefined,
      })
    }
  }
  return rows
}
