import { many, one } from '../../../src/survey/fields.ts'
import {
  type Choice,
  type Choices,
  DONT_KNOW,
  NONE,
  type Scale,
} from '../../../src/survey/questionnaire.ts'
import { endText, optionsOf, stepText, type Shown } from '../telling.ts'
import { type Asking, Group } from './group.tsx'

/** More rows than this stand in two columns where the screen is wide. */
const MANY = 5
/** More steps than this stand in two rows where it is narrow. */
const LONG = 8

export function ChoiceField(asking: Asking<Choice>) {
  const { question, visit, words } = asking
  const shown = optionsOf(question, visit.language, words)
  return (
    <Group asking={asking} exclusive>
      <div class="options" data-many={shown.length > MANY || undefined}>
        {shown.map((option) => (
          <Row key={option.id} asking={asking} option={option} />
        ))}
      </div>
    </Group>
  )
}

export function ChoicesField(asking: Asking<Choices>) {
  const { question, visit, words, answer } = asking
  const shown = optionsOf(question, visit.language, words)
  const chosen = many(visit.fields, question.id)

  const toggle = (id: string) => {
    const others = chosen.filter((each) => each !== id && (id === NONE) === (each === NONE))
    answer({ [question.id]: chosen.includes(id) ? others : [...others, id] })
  }
  return (
    <Group asking={asking}>
      <div class="options" data-many={shown.length > MANY || undefined}>
        {shown.map(({ id, text }) => (
          <label key={id} class="row">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              aria-invalid={visit.faults.length > 0 || undefined}
              onChange={() => toggle(id)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </Group>
  )
}

export function ScaleField(asking: Asking<Scale>) {
  const { question, visit, words } = asking
  const { language } = visit
  const shown = optionsOf(question, language, words)
  const steps = shown.filter(({ id }) => id !== DONT_KNOW)
  const dontKnow = shown.find(({ id }) => id === DONT_KNOW)
  const [low, high] = [String(question.from), String(question.to)]
  return (
    <Group asking={asking} exclusive>
      <div class="steps" data-long={steps.length > LONG || undefined}>
        {steps.map(({ id }) => (
          <Row
            key={id}
            asking={asking}
            option={{ id, text: id }}
            more={endText(question, id, language)}
          />
        ))}
      </div>
      {(question.fromText ?? question.toText) && (
        <p class="ends" aria-hidden="true">
          <span>
            {endText(question, low, language) && stepText(question, low, language, words)}
          </span>
          <span>
            {endText(question, high, language) && stepText(question, high, language, words)}
          </span>
        </p>
      )}
      {dontKnow && <Row asking={asking} option={dontKnow} />}
    </Group>
  )
}

interface RowProps {
  asking: Asking<Choice> | Asking<Scale>
  option: Shown
  /** heard, and seen elsewhere */
  more?: string
}

/** One of which one is chosen. A second touch takes the choice back where none is needed. */
function Row({ asking: { question, visit, answer }, option: { id, text }, more }: RowProps) {
  const chosen = one(visit.fields, question.id) === id
  return (
    <label class="row">
      <input
        type="radio"
        name="answer"
        autocomplete="off"
        checked={chosen}
        onClick={() => answer({ [question.id]: chosen && !question.required ? [] : [id] })}
      />
      <span>
        {text}
        {more && <span class="unseen"> {more}</span>}
      </span>
    </label>
  )
}
