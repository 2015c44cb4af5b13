import { type Breakdown, breakdownsOf, questionOf } from '../../../survey/breakdown.ts'
import type { Group } from '../../../survey/release.ts'
import { type Place, SiteColumns, SiteRows } from './by-site-rows.tsx'
import { linesOf, MOST_COLUMNS } from './by-site.tsx'
import { groupName, isOwnName, mergedIn, namedBy } from '../dashboard/group-names.ts'
import type { QuestionProps } from './question.tsx'
import type { Reader } from '../reader.ts'
import { Scroll } from '../scroll.tsx'
import { whyUnshown } from './unshown.ts'
import { groupsCaption } from './worth.tsx'

/** The same numbers by each declared breakdown, with everyone beside them. */
export function BrokenDown(props: QuestionProps) {
  const { view, question } = props
  const { questionnaire, release } = view
  if (question.kind === 'text') return null
  const shown = breakdownsOf(questionnaire).filter(
    (by) => questionOf(by) !== question.id && release.groups.some((group) => group.by === by),
  )
  return shown.map((by) => <By key={by} {...props} by={by} />)
}

function By({ reader, view, question, number, by }: QuestionProps & { by: Breakdown }) {
  const { words } = reader
  const groups = view.release.groups.filter((group) => group.by === by)
  const places = placesOf(reader, view, question.id, groups)
  if (places.length < 2) return null
  const many = places.length > MOST_COLUMNS
  const Body = many ? SiteRows : SiteColumns
  const { key, values } = namedBy(reader, view.questionnaire, by)
  const options = `table.part.${question.kind}`
  const title = words(`breakdowns:by.${key}`, values)
  return (
    <details class="by-site" data-by={by}>
      <summary>{title}</summary>
      <Scroll label={`${words('breakdowns:region', { number })}: ${title}`}>
        <table>
          <caption>
            <span>{groupsCaption(reader, view, words('breakdowns:caption'))}</span>
          </caption>
          <Body
            places={places}
            lines={linesOf(reader, question)}
            corner={words(many ? `breakdowns:corner.${key}` : options)}
          />
        </table>
      </Scroll>
      {mergedIn(reader, view.questionnaire, groups).map((said) => (
        <p key={said} class="quiet">
          {said}
        </p>
      ))}
    </details>
  )
}

function placesOf(
  reader: Reader,
  { questionnaire, release }: QuestionProps['view'],
  question: string,
  groups: Group[],
): Place[] {
  const all = release.groups.filter((group) => group.by === 'all')
  return [...all, ...groups].flatMap((group) => {
    const table = group.questions.find(({ id }) => id === question)
    if (!table) return []
    const { id } = group
    const name = groupName(reader, questionnaire, group.by, id)
    const lang = isOwnName(questionnaire, group) ? reader.lang : undefined
    const unshown = whyUnshown(reader, table, release.final)
    return [{ id: `${group.by} ${id}`, name, lang, table, unshown }]
  })
}
