import type { Store } from '../store/store.ts'
import { type Hindrance, hindranceTo } from '../survey/draft/issuing.ts'
import { missing } from '../survey/draft/missing.ts'
import { stateOf } from '../survey/state.ts'
import { actNow, type Context, ownerOf, Refused } from './context.ts'

/** Issues a survey's draft, or refuses with everything that stands in the way. */
export async function openSurvey(store: Store, context: Context, id: string) {
  const organisation = await ownerOf(store, id)
  const found = (await store.surveyOf(organisation, id))!
  const { draft } = found
  const lacks = missing(draft)
  if (lacks.length > 0) {
    const lines = lacks.map((path) => `${path.join('.')}: is missing`)
    throw new Refused([`"${id}" cannot be opened yet:`, ...lines].join('\n'))
  }
  if (found.archived) throw new Refused(`"${id}" is archived; take it out of the archive first`)
  const { responses = 0 } = (await store.participation(organisation, id)) ?? {}
  const hindrance = hindranceTo({ ...found, responses }, draft, context.clock())
  if (hindrance) throw new Refused(wordsOf(hindrance, id))
  const number = await store.issue(organisation, id, draft, actNow(context))
  const now = (await store.surveyOf(organisation, id))!
  return { state: stateOf(now.dates, context.clock()), questionnaire: number }
}

function wordsOf(hindrance: Hindrance, id: string): string {
  if (hindrance.code === 'closed') {
    return `"${id}" is closed; import a copy under another id and open that`
  }
  const first =
    hindrance.code === 'meaning'
      ? 'This would change what answers collected so far mean; close it, and import a copy under another id:'
      : 'This would break what respondents were promised:'
  return [first, ...hindrance.breaks.map(({ reason }) => reason)].join('\n')
}
