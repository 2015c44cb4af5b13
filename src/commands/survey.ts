import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { stringify } from 'yaml'
import { locales } from '../i18n.ts'
import { releaseDue } from '../schedule.ts'
import type { Store } from '../store/store.ts'
import { breaking } from '../survey/draft/changes.ts'
import { missing } from '../survey/draft/missing.ts'
import { stateOf } from '../survey/state.ts'
import { type Waiting, waitingFor } from '../survey/waiting.ts'
import { actNow, type Context, organisationMade, ownerOf, Refused, withStore } from './context.ts'
import { readSurveyFile } from './survey-file.ts'

/** `svar survey import|export|list|open|close` */
export function surveyCommands(program: Command, context: Context) {
  const survey = program.command('survey').description('surveys as files, and their states')

  survey
    .command('import')
    .argument('<file>', 'YAML or JSON; - reads standard input')
    .option('--organisation <id>', 'whose survey it is; made where there is none such yet')
    .description('make or replace the draft of a survey')
    .action(async (file: string, options: { organisation?: string }) => {
      const source = await readSource(file)
      const { content, tree } = readSurveyFile(file, source, Object.keys(locales))
      await withStore(context, async (store) => {
        const organisation = await organisationMade(context, store, options.organisation)
        await store.saveDraft(organisation, content, tree, actNow(context))
      })
      context.say(
        `Imported "${content.id}" as a draft; \`svar survey open ${content.id}\` opens it.`,
      )
    })

  survey
    .command('export')
    .argument('<id>')
    .option('--json', 'JSON instead of YAML')
    .description("print a survey's draft as a file")
    .action((id: string, options: { json?: boolean }) =>
      withStore(context, async (store) => {
        const tree = await store.draftTree(await ownerOf(store, id), id)
        const text = options.json ? JSON.stringify(tree, null, 2) : stringify(tree).trimEnd()
        context.say(text)
      }),
    )

  survey
    .command('list')
    .option('--json', 'for machines')
    .description('list all surveys with state, dates and number of responses')
    .action((options: { json?: boolean }) =>
      withStore(context, async (store) => {
        const rows = await list(store, context.clock())
        if (options.json) return context.say(JSON.stringify(rows))
        for (const row of rows) {
          const { id, organisation, state, opens, closes, responses } = row
          const dates = `${opens ?? '…'} – ${closes ?? '…'}`
          context.say([id, organisation, state, dates, `${responses} responses`].join('\t'))
        }
      }),
    )

  survey
    .command('open')
    .argument('<id>')
    .description('issue the draft as a numbered questionnaire and open it by its dates')
    .action((id: string) => withStore(context, (store) => open(store, context, id)))

  survey
    .command('close')
    .argument('<id>')
    .description('close a survey now, and make its final release; it may wait for tablets')
    .action((id: string) =>
      withStore(context, async (store) => {
        const organisation = await ownerOf(store, id)
        const found = await store.surveyOf(organisation, id)
        if (!found?.questionnaire) throw new Refused(`"${id}" has not been opened`)
        await store.closeSurvey(organisation, id, actNow(context))
        await releaseDue(store, context.clock())
        const { dates } = (await store.surveyOf(organisation, id))!
        const devices = await store.devices(organisation)
        const waiting = waitingFor(found.questionnaire, dates, devices, context.clock())
        context.say(`Closed "${id}".${waiting ? ` ${waitsFor(waiting)}` : ''}`)
      }),
    )
}

const waitsFor = ({ devices, until }: Waiting) =>
  `Its final release waits for ${devices.map(({ name }) => `"${name}"`).join(', ')}, until ${until} at the latest.`

async function open(store: Store, context: Context, id: string) {
  const organisation = await ownerOf(store, id)
  const found = (await store.surveyOf(organisation, id))!
  const { draft, questionnaire, dates } = found
  const lacks = missing(draft)
  if (lacks.length > 0) {
    const lines = lacks.map((path) => `${path.join('.')}: is missing`)
    throw new Refused([`"${id}" cannot be opened yet:`, ...lines].join('\n'))
  }
  if (questionnaire) {
    const { responses } = (await store.participation(organisation, id))!
    const closed = found.final || stateOf(dates, context.clock()) === 'closed'
    if (dates.closed || (closed && responses > 0)) {
      throw new Refused(`"${id}" is closed; import a copy under another id and open that`)
    }
    const faults = breaking(questionnaire, draft)
    if (faults.length > 0) {
      const way = 'close it, and import a copy under another id'
      throw new Refused(
        [`This would change what answers collected so far mean; ${way}:`, ...faults].join('\n'),
      )
    }
  }
  const number = await store.issue(organisation, id, draft, actNow(context))
  const now = (await store.surveyOf(organisation, id))!
  const state = stateOf(now.dates, context.clock())
  context.say(`"${id}" is ${state}, with questionnaire ${number}.`)
}

async function list(store: Store, now: number) {
  const rows = []
  for (const { id: organisation } of await store.organisations()) {
    for (const { id, dates } of await store.surveys(organisation)) {
      const { opens = null, closes = null, timeZone } = dates
      const responses = (await store.participation(organisation, id))?.responses ?? 0
      rows.push({
        id,
        organisation,
        state: stateOf(dates, now),
        opens,
        closes,
        timeZone,
        responses,
      })
    }
  }
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

async function readSource(file: string): Promise<string> {
  try {
    if (file !== '-') return await readFile(file, 'utf8')
    const parts: Buffer[] = []
    for await (const part of process.stdin) parts.push(part as Buffer)
    return Buffer.concat(parts).toString('utf8')
  } catch (error) {
    throw new Refused(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`)
  }
}
