import type { Command } from 'commander'
import type { Move, Store } from '../store/store.ts'
import { isDate, localDate } from '../survey/calendar.ts'
import { stateOf } from '../survey/state.ts'
import { actNow, type AsJson, type Context, ownerOf, Refused, tell, withStore } from './context.ts'

/** `svar survey pause|resume` */
export function pauseCommands(survey: Command, context: Context) {
  survey
    .command('pause')
    .argument('<id>')
    .option('--until <date>', 'the last day of the pause; the survey opens by itself after it')
    .description('take no answers for a while; the page and the tablets say so')
    .option('--json', 'for machines')
    .action((id: string, options: AsJson & { until?: string }) =>
      withStore(context, async (store) => {
        const { until } = options
        await assertUntil(store, context, id, until)
        await move(store, context, id, { what: 'pause', ...(until && { until }) })
        const words = `Paused "${id}"${until ? ` through ${until}` : ''}.`
        tell(context, options, { id, state: 'paused', until: until ?? null }, words)
      }),
    )

  survey
    .command('resume')
    .argument('<id>')
    .description('take answers again after a pause')
    .option('--json', 'for machines')
    .action((id: string, options: AsJson) =>
      withStore(context, async (store) => {
        await move(store, context, id, { what: 'resume' })
        tell(context, options, { id, state: 'open' }, `"${id}" is open again.`)
      }),
    )
}

async function assertUntil(store: Store, context: Context, id: string, until: string | undefined) {
  if (until === undefined) return
  if (!isDate(until)) throw new Refused(`"${until}" is no date; write it as 2026-08-31`)
  const { dates } = (await store.surveyOf(await ownerOf(store, id), id))!
  if (until < localDate(context.clock(), dates.timeZone)) {
    throw new Refused(`${until} has passed`)
  }
  if (dates.closes !== undefined && until >= dates.closes) {
    throw new Refused(`"${id}" closes on ${dates.closes}; leave --until out, or close it`)
  }
}

async function move(
  store: Store,
  context: Context,
  id: string,
  wanted: Pick<Move, 'what' | 'until'>,
) {
  const organisation = await ownerOf(store, id)
  const { moves } = (await store.surveyOf(organisation, id))!
  const seen = moves.length
  const outcome = await store.move(organisation, id, { ...wanted, seen }, actNow(context))
  if (outcome !== 'moved') return
  const { dates } = (await store.surveyOf(organisation, id))!
  const only = wanted.what === 'pause' ? 'an open survey can be paused' : 'a paused one can go on'
  throw new Refused(`"${id}" is ${stateOf(dates, context.clock())}; only ${only}`)
}
