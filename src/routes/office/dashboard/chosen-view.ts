import type { Chosen } from '../../../pages/office/dashboard/chosen.ts'
import { divisions } from '../../../survey/participation.ts'
import type { Questionnaire } from '../../../survey/questionnaire.ts'
import type { Release } from '../../../survey/release.ts'

/** What an address asks to see. What is not here, or not this reader's, is left out and told of. */
export function chosenIn(
  query: unknown,
  { questions }: Questionnaire,
  { groups }: Release,
): Chosen {
  const asked = query as Record<string, unknown>
  const sites = many(asked['site'])
  const known = groups.filter(({ by }) => by === 'site').map(({ id }) => id)
  const [question] = many(asked['question'])
  const [over] = many(asked['over'])
  const [weighted] = many(asked['weighted'])
  const asks = questions.find(({ id }) => id === question)
  const division = divisions.find((one) => one === over)
  return {
    sites: known.filter((id) => sites.includes(id)),
    question: asks?.id,
    weighted: weighted === 'yes',
    over: division,
    unknown:
      sites.some((id) => !known.includes(id)) ||
      (question !== undefined && !asks) ||
      (over !== undefined && !division) ||
      (weighted !== undefined && weighted !== 'yes'),
  }
}

/** The values of a name that may stand once, several times, or not; empty ones are not asked. */
const many = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string' && one !== '')
