import type { Question } from '../../../survey/questionnaire.ts'
import type { Row, Table } from '../../../survey/table.ts'
import { middleMessage } from './middle-words.ts'
import { optionName } from '../names.ts'
import type { Reader } from '../reader.ts'

/** What a question's numbers say, in one short sentence: the title of its figure. */
export function messageOf(
  reader: Reader,
  question: Question,
  table: Table,
  final: boolean,
): string {
  const { words, numbers } = reader
  if (table.apart) return words('figures:apart.message')
  if (table.withheld) return words('message.withheld')
  if (table.n === 0) return words(final ? 'message.none' : 'message.notYet')
  if (question.kind === 'text')
    return words('message.texts', { count: table.n, number: numbers.count(table.n) })
  if (question.kind === 'scale') {
    const mean = numbers.mean(meanOf(table), 1)
    return words('message.scale', { mean, from: question.from, to: question.to })
  }
  if (question.kind === 'number') return middleMessage(reader, question, table)
  const best = leadersIn(table)
  const names = best.map((row) => words('quote', { text: optionName(reader, question, row.id) }))
  if (best.length > 2) return words(`message.several.${question.kind}`, { count: best.length })
  if (best.length === 2) {
    return words(`message.two.${question.kind}`, { options: numbers.list(names) })
  }
  const [top] = best
  if (!top || !names[0]) return words('message.none')
  if (question.kind === 'ranking') {
    return words('message.ranking', { option: names[0], mean: numbers.mean(top.meanRank ?? 0, 1) })
  }
  return shareMessage(reader, names[0], top.count, table.n)
}

/** A share in words: the people themselves while they are few, tenths when they are many. */
function shareMessage(
  { words, numbers }: Reader,
  option: string,
  count: number,
  n: number,
): string {
  if (count === n) return words('message.everyone', { option })
  const tenths = Math.round((count / n) * 10)
  if (n > 20 && tenths === 10) return words('message.most', { option })
  if (n > 20 && tenths === 0) return words('message.rare', { option })
  // Weighted answers are no people that could be counted.
  const counted = n <= 20 && Number.isInteger(count)
  const [part, whole] = counted ? [count, n] : [tenths, 10]
  const common = count / n >= 0.25
  const exact = part * n === count * whole
  const key = common ? (exact ? 'exactly' : 'about') : exact ? 'commonest' : 'commonestAbout'
  return words(`message.${key}`, { option, part: numbers.count(part), whole: numbers.count(whole) })
}

/** The mean step over those who chose one. */
export const meanOf = ({ n, options }: Table) =>
  options.reduce((sum, { id, count }) => sum + Number(id) * count, 0) / n

/** The option or options that most chose, or that are ranked highest. */
export const leadersIn = (table: Table): Row[] =>
  table.kind === 'ranking' ? highestRanked(table) : mostChosen(table)

function mostChosen({ options }: Table): Row[] {
  const most = Math.max(...options.map(({ count }) => count))
  return options.filter(({ count }) => count === most)
}

function highestRanked({ options }: Table): Row[] {
  const best = Math.min(...options.map(({ meanRank }) => meanRank ?? Number.POSITIVE_INFINITY))
  return options.filter(({ meanRank }) => meanRank === best)
}
