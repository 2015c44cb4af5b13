import { isAsked } from '../survey/conditions.ts'
import { ruleOf } from '../survey/kinds/kinds.ts'
import { placeField } from '../survey/kinds/ranking.ts'
import {
  type Kind,
  NONE,
  OTHER,
  otherField,
  type Question,
  type Questionnaire,
  type QuestionOf,
} from '../survey/questionnaire.ts'
import type { Channel, Fields } from '../survey/response.ts'

type Weights = Record<string, number>

/** What made-up answers are drawn from; see db/demo/texts.yaml. */
export interface Mix {
  languages: Weights
  channels: Weights
  sites: Weights
  /** per cent who answer a question that may be left blank */
  answered: Weights
  weights: Record<string, Record<string, Weights>>
  texts: Record<string, Record<string, string[]>>
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function makeRandom(seed: string): () => number {
  let state = [...seed].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) | 0, 7)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Person {
  mix: Mix
  random: () => number
  language: string
  site: string
  /** comments already used: nobody writes the same twice */
  told: Set<string>
}

/** One made-up person's form. */
export function sendingOf(
  questionnaire: Questionnaire,
  mix: Mix,
  random: () => number,
  told: Set<string>,
) {
  const language = draw(mix.languages, random)
  const channel = draw(mix.channels, random) as Channel
  const site = draw(mix.sites, random)
  const person = { mix, random, language, site, told }
  const fields: Fields = { site }
  for (const question of questionnaire.questions) {
    if (!isAsked(question, fields)) continue
    const share = mix.answered[question.id] ?? (question.required ? 100 : 92)
    if (random() * 100 < share)
      Object.assign(fields, answers[question.kind](question as never, person))
  }
  return { fields, channel, language }
}

const answers: { [K in Kind]: (question: QuestionOf<K>, person: Person) => Fields } = {
  choice: (question, person) =>
    chosen(question, [draw(weightsOf(question, person), person.random)], person),
  choices(question, person) {
    const most = question.max ?? 3
    const ids = drawSome(
      weightsOf(question, person),
      1 + Math.floor(person.random() * most),
      person.random,
    )
    return chosen(question, ids.includes(NONE) ? [NONE] : ids, person)
  },
  scale: (question, person) => ({
    [question.id]: draw(weightsOf(question, person), person.random),
  }),
  number: (question, person) => ({
    [question.id]: draw(weightsOf(question, person), person.random),
  }),
  ranking(question, person) {
    const order = drawSome(weightsOf(question, person), question.max, person.random)
    return Object.fromEntries(
      order.map((id, index) => [placeField(question.id, id), String(index + 1)]),
    )
  },
  text(question, person) {
    const left = (person.mix.texts[question.id]?.[person.language] ?? []).filter(
      (text) => !person.told.has(text),
    )
    const text = left[Math.floor(person.random() * left.length)]
    if (text === undefined) return {}
    person.told.add(text)
    return { [question.id]: text }
  },
}

function chosen(question: Question, ids: string[], person: Person): Fields {
  if (!ids.includes(OTHER)) return { [question.id]: ids }
  const field = otherField(question.id)
  const texts = person.mix.texts[field]![person.language]!
  return { [question.id]: ids, [field]: texts[Math.floor(person.random() * texts.length)] }
}

function weightsOf(question: Question, { mix, site }: Person): Weights {
  const weights = mix.weights[question.id]
  const equal = () =>
    Object.fromEntries(
      ruleOf(question)
        .options(question)
        .map((id) => [id, 1]),
    )
  return weights?.[site] ?? weights?.['default'] ?? equal()
}

function draw(weights: Weights, random: () => number): string {
  const entries = Object.entries(weights)
  const all = entries.reduce((sum, [, weight]) => sum + weight, 0)
  let left = random() * all
  for (const [id, weight] of entries) {
    left -= weight
    if (left < 0) return id
  }
  return entries[0]![0]
}

/** Several, each at most once. */
function drawSome(weights: Weights, count: number, random: () => number): string[] {
  const left = { ...weights }
  const drawn: string[] = []
  while (drawn.length < count && Object.keys(left).length > 0) {
    const id = draw(left, random)
    drawn.push(id)
    delete left[id]
  }
  return drawn
}
