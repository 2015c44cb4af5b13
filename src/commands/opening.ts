import type { Store } from '../store/store.ts'
import { breaking, worsened } from '../survey/draft/changes.ts'
import { missing } from '../survey/draft/missing.ts'
import { stateOf } from '../survey/state.ts'
import { actNow, type Context, ownerOf, Refused } from './context.ts'

/** Issues a survey's draft, or refuses with everything that stands in the way. */
export async function openSurvey(store: Store, context: Context, id: string) {
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
    const broken = responses > 0 ? worsened(questionnaire, draft) : []
    if (broken.length > 0) {
      throw new Refused(['This would break what respondents were promised:', ...broken].join('\n'))
    }
  }
  const number = await store.issue(organisation, id, draft, actNow(context))
  const now = (await store.surveyOf(organisation, id))!
  return { state: stateOf(now.dates, context.clock()), questionnaire: number }
}
