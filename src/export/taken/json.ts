import { resultsOf } from '../../survey/results.ts'
import type { Taken } from './taken.ts'

/** As the machines' results, with everything that was asked; piece by piece, a group at a time. */
export function* jsonOf(taken: Taken): Generator<string> {
  const { questionnaire, state, participation, release, organisation, today, deletedOn } = taken
  const { groups, ...head } = resultsOf(questionnaire, state, participation.responses, release)
  const { title, intro, languages, opens, closes, timeZone, sites, questions } = questionnaire
  const more = {
    organisation,
    made: today,
    deletedOn,
    title,
    intro,
    languages,
    opens,
    closes,
    timeZone,
  }
  const asked = { ...head, ...more, sites, questions, participation }
  yield `${JSON.stringify(asked).slice(0, -1)},"groups":[`
  for (const [index, group] of groups.entries()) {
    yield `${index === 0 ? '' : ','}${JSON.stringify(group)}`
  }
  yield ']}\n'
}
