import { many } from '../../../src/survey/fields.ts'
import type { Ranking } from '../../../src/survey/questionnaire.ts'
import { optionsOf } from '../telling.ts'
import { type Asking, Group } from './group.tsx'

const MANY = 5

/** Options are touched in order; a second touch takes one out, and the rest move up. */
export function RankingField(asking: Asking<Ranking>) {
  const { question, visit, words, answer } = asking
  const order = many(visit.fields, question.id)
  const full = order.length >= question.max
  const shown = optionsOf(question, visit.language, words)

  const press = (id: string) => {
    if (order.includes(id)) answer({ [question.id]: order.filter((each) => each !== id) })
    else if (!full) answer({ [question.id]: [...order, id] })
  }
  return (
    <Group asking={asking}>
      <div class="options" data-many={shown.length > MANY || undefined}>
        {shown.map(({ id, text }) => {
          const place = order.indexOf(id) + 1
          return (
            <button
              key={id}
              type="button"
              class="row"
              aria-pressed={place > 0}
              aria-disabled={full && place === 0}
              onClick={() => press(id)}
            >
              <span class="place" aria-hidden="true">
                {place || ''}
              </span>
              <span>
                {place > 0 && <span class="unseen">{words('kiosk:rank.place', { place })}: </span>}
                {text}
              </span>
            </button>
          )
        })}
      </div>
    </Group>
  )
}
