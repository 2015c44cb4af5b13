import { OTHERS } from '../../../survey/release.ts'
import type { FieldTexts } from '../dashboard/dashboard.tsx'
import { siteList, siteName, spread } from '../names.ts'
import type { QuestionProps } from './question.tsx'

/** Longer lists are folded. */
const LISTED_OPEN = 30

/** What people wrote, apart from everything else that they answered. */
export function Texts({ reader, view, question, field }: QuestionProps & { field: string }) {
  const { words } = reader
  const groups = view.texts.filter((group) => group.field === field && group.texts.length > 0)
  const { unshown, final, smallestGroup } = view.release
  const few = final && unshown.includes(field)
  const where = spread(view.questionnaire)
  const gone = view.purge
  const state = few ? 'few' : final ? 'none' : `notYet.${where}`
  const values = { k: smallestGroup, twice: 2 * smallestGroup }
  const texts = groups.reduce((sum, group) => sum + group.texts.length, 0)
  const empty = groups.length === 0
  return (
    <div class="texts">
      {question.kind !== 'text' && <h4>{words('texts.other')}</h4>}
      {empty && (
        <p class="unshown-texts">
          {gone && !few
            ? words('keeping:gone.comments', { date: reader.numbers.date(gone.on) })
            : words(`texts.${state}`, values)}
        </p>
      )}
      {!empty && (
        <p class="quiet">{words(final ? 'texts.final' : `texts.steps.${where}`, values)}</p>
      )}
      {groups.map((group) => (
        <Group
          key={group.group}
          {...{ reader, view, group }}
          open={texts <= LISTED_OPEN || groups.length === 1}
        />
      ))}
    </div>
  )
}

interface GroupProps extends Pick<QuestionProps, 'reader' | 'view'> {
  group: FieldTexts
  open: boolean
}

function Group({ reader, view, group, open }: GroupProps) {
  const { words, numbers } = reader
  const pooled = group.group === OTHERS ? (view.release.pooled[group.field] ?? []) : []
  const count = group.texts.length + group.more
  return (
    <details class="quotes" open={open}>
      <summary>
        <strong>{siteName(reader, view.questionnaire, group.group)}</strong>{' '}
        <span class="quiet">{words('texts.count', { count, number: numbers.count(count) })}</span>
      </summary>
      {pooled.length > 1 && (
        <p class="quiet">
          {words('texts.pooled', { sites: siteList(reader, view.questionnaire, pooled) })}
        </p>
      )}
      <ul>
        {group.texts.map((text, index) => (
          <li key={index} dir="auto">
            {text}
          </li>
        ))}
      </ul>
      {group.more > 0 && (
        <p class="quiet">
          {words('texts.more', { count: group.more, number: numbers.count(group.more) })}
        </p>
      )}
    </details>
  )
}
