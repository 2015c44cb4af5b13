import type { Command } from 'commander'
import { beginDue, finishPurges } from '../purging.ts'
import type { IssuedSurvey, Store } from '../store/store.ts'
import { isPurgeDue, type Purge } from '../survey/purge.ts'
import { stateOf } from '../survey/state.ts'
import { actNow, type AsJson, type Context, ownerOf, Refused, tell, withStore } from './context.ts'

interface Options extends AsJson {
  early?: boolean
  reason?: string
}

/** `svar purge` */
export function purgeCommand(program: Command, context: Context) {
  program
    .command('purge')
    .argument('[id]', 'one survey; all that are due where it is left out')
    .option('--early', 'before the day promised; needs a reason')
    .option('--reason <words>', 'why, for the protocol')
    .option('--json', 'for machines')
    .description('delete the raw responses whose day has come; numbers and a protocol stay')
    .action((id: string | undefined, options: Options) =>
      withStore(context, async (store) => {
        const now = context.clock()
        const { begun: purges, failures } =
          id === undefined
            ? await beginDue(store, now)
            : { begun: [await one(store, id, options)], failures: [] }
        const erased = await finishPurges(store, now, context.clock)
        if (failures.length > 0) throw failures[0]
        const words = purges.map(said).join('\n') || 'Nothing was due.'
        const rest = erased ? '' : '\nTraces in the files are still to be overwritten.'
        tell(context, options, { purges, erased }, words + rest)
      }),
    )

  async function one(store: Store, id: string, options: Options): Promise<Purge> {
    const survey = await store.surveyOf(await ownerOf(store, id), id)
    if (!survey?.questionnaire)
      throw new Refused(`"${id}" has not been opened: there is nothing to delete`)
    const { questionnaire } = survey
    const early = options.early ? { reason: options.reason?.trim() ?? '' } : undefined
    assertNow({ ...survey, questionnaire }, early)
    const { at } = actNow(context)
    const purge = await store.beginPurge(id, { way: 'command', at, ...early })
    if (!purge) throw new Refused(`nobody has answered "${id}": there is nothing to delete`)
    return purge
  }

  function assertNow(survey: IssuedSurvey, early: { reason: string } | undefined) {
    const { id, questionnaire, dates, purge } = survey
    const { retainUntil } = questionnaire.privacy
    const now = context.clock()
    if (purge) throw new Refused(`the responses to "${id}" were deleted on ${purge.on}`)
    if (isPurgeDue(retainUntil, dates, now)) return
    if (stateOf(dates, now) !== 'closed') throw new Refused(`"${id}" is not closed`)
    if (!early) {
      const otherwise = 'to delete them before, say --early and why with --reason'
      throw new Refused(`"${id}" is to be deleted on ${retainUntil}; ${otherwise}`)
    }
    if (early.reason === '')
      throw new Refused('--early needs --reason, which stands in the protocol')
  }
}

const said = ({ survey, responses, texts }: Purge) =>
  `Deleted ${responses} responses to "${survey}", with ${texts} texts.`
