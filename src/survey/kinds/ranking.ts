import { one, tidy } from '../fields.ts'
import type { Ranking } from '../questionnaire.ts'
import type { Fields } from '../response.ts'
import { ALL, fault, once, read, type Rule } from './rule.ts'

export const ranking: Rule<Ranking> = {
  read(question, fields) {
    const given = places(question, fields)
    if (given.some(({ place }) => !(place >= 1 && place <= question.max))) {
      return fault(question.id, 'unknown-option')
    }
    const order = [...given].sort((a, b) => a.place - b.place)
    const twice = order.find(({ place }, index) => order[index - 1]?.place === place)
    if (twice) return fault(question.id, 'rank-twice', { place: twice.place })
    if (order.length > 0 && order.length < question.max) {
      return fault(question.id, 'rank-gap', { max: question.max })
    }
    return read(order.length === 0 ? {} : { [question.id]: order.map(({ id }) => id) })
  },
  // A cell per option and place: mean rank and first choices are sums over them. Who stands before
  // whom is in no sum of those, so it has cells of its own.
  count(question, answers) {
    const order = answers[question.id]
    if (!Array.isArray(order)) return []
    const places = order.map((id, index) => placeCell(id, index + 1))
    return [ALL, ...places, ...pairs(question, order)]
  },
  exclusive: false,
  options: once((question) => question.options.map((option) => option.id)),
  print(question, fields, language) {
    const given = places(question, fields).filter(({ place }) => place >= 1)
    const order = [...given].sort((a, b) => a.place - b.place)
    const name = (id: string) =>
      question.options.find((option) => option.id === id)?.text[language] ?? id
    return order.map(({ id, place }) => `${place}. ${name(id)}`)
  },
}

export const placeField = (question: string, option: string) => `${question}.${option}`
export const placeCell = (option: string, place: number) => `${option}#${place}`

/** With more options pairs would be hundreds of cells to each response. */
const PAIRED = 10

/** Counts the rankings whose pairs are counted: those from before there were any have none. */
export const PAIRS = '>'
export const pairCell = (before: string, after: string) => `${before}${PAIRS}${after}`
export const isPairCell = (cell: string) => cell.includes(PAIRS)

/** What was given a place stands before what was given a later one or none. */
function pairs({ options }: Ranking, order: string[]): string[] {
  if (options.length > PAIRED) return []
  const before = order.flatMap((id, index) => {
    const after = options.filter((option) => !order.slice(0, index + 1).includes(option.id))
    return after.map((option) => pairCell(id, option.id))
  })
  return [PAIRS, ...before]
}

/** The places given out, from `<question>.<option>` = 1…n of a form or the stored order. */
function places(question: Ranking, fields: Fields): { id: string; place: number }[] {
  const stored = Object.hasOwn(fields, question.id) ? fields[question.id] : undefined
  if (Array.isArray(stored)) {
    const known = new Set(ranking.options(question))
    const order = stored.map(tidy)
    const holds = (id: string, index: number) => known.has(id) && order.indexOf(id) === index
    return order.map((id, index) => ({ id, place: holds(id, index) ? index + 1 : Number.NaN }))
  }
  return ranking.options(question).flatMap((id) => {
    const place = one(fields, placeField(question.id, id))
    return place === '' ? [] : [{ id, place: /^\d{1,2}$/.test(place) ? Number(place) : Number.NaN }]
  })
}
