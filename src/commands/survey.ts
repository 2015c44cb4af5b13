import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { stringify } from 'yaml'
import { locales } from '../i18n.ts'
import { releaseDue } from '../schedule.ts'
import type { Store } from '../store/store.ts'
import { stateOf } from '../survey/state.ts'
import { type Waiting, waitingFor } from '../survey/tablets/waiting.ts'
import {
  actNow,
  type AsJson,
  type Context,
  organisationFor,
  ownerOf,
  Refused,
  tell,
  withStore,
} from './context.ts'
import { openSurvey } from './opening.ts'
import { pauseCommands } from './pausing.ts'
import { readSurveyFile } from './survey-file.ts'

/** `svar survey import|export|list|open|pause|resume|close` */
export function surveyCommands(program: Command, context: Context) {
  const survey = program.command('survey').description('surveys as files, and their states')

  survey
    .command('import')
    .argument('<file>', 'YAML or JSON; - reads standard input')
    .option('--organisation <id>', 'whose survey it is; made where it is the first of your own')
    .description('make or replace the draft of a survey')
    .option('--json', 'for machines')
    .action(async (file: string, options: AsJson & { organisation?: string }) => {
      const source = await readSource(file)
      const { content, tree } = readSurveyFile(file, source, Object.keys(locales))
      const { id } = content
      await withStore(context, async (store) => {
        const organisation = await organisationFor(context, store, options.organisation)
        await store.saveDraft(organisation, content, tree, actNow(context))
        const words = `Imported "${id}" as a draft; \`svar survey open ${id}\` opens it.`
        tell(context, options, { id, organisation }, words)
      })
    })

  survey
    .command('export')
    .argument('<id>')
    .option('--json', 'JSON instead of YAML')
    .description("print a survey's draft as a file")
    .action((id: string, options: AsJson) =>
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
    .action((options: AsJson) =>
      withStore(context, async (store) => {
        const rows = await list(store, context.clock())
        if (options.json) return context.say(JSON.stringify(rows))
        if (rows.length === 0) context.note('There are no surveys.')
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
    .option('--json', 'for machines')
    .action((id: string, options: AsJson) =>
      withStore(context, async (store) => {
        const { state, questionnaire } = await openSurvey(store, context, id)
        const words = `"${id}" is ${state}, with questionnaire ${questionnaire}.`
        tell(context, options, { id, state, questionnaire }, words)
      }),
    )

  pauseCommands(survey, context)

  survey
    .command('close')
    .argument('<id>')
    .description('close a survey now, and make its final release; it may wait for tablets')
    .option('--json', 'for machines')
    .action((id: string, options: AsJson) =>
      withStore(context, async (store) => {
        const organisation = await ownerOf(store, id)
        const found = await store.surveyOf(organisation, id)
        if (!found?.questionnaire)
          throw new Refused(`"${id}" has not been opened, so it cannot be closed`)
        await store.closeSurvey(organisation, id, actNow(context))
        await releaseDue(store, context.clock())
        const { dates } = (await store.surveyOf(organisation, id))!
        const devices = await store.devices(organisation)
        const waiting = waitingFor(found.questionnaire, dates, devices, context.clock())
        const data = { id, state: 'closed', waitsFor: waiting?.devices.map(({ id }) => id) ?? [] }
        tell(context, options, data, `Closed "${id}".${waiting ? ` ${waitsFor(waiting)}` : ''}`)
      }),
    )
}

const waitsFor = ({ devices, until }: Waiting) =>
  `Its final release waits for ${devices.map(({ name }) => `"${name}"`).join(', ')}, until ${until} at the latest.`

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
