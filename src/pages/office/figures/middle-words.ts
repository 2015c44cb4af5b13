import { binsOf, rangeWords, writtenNumber } from '../../../survey/bins.ts'
import type { QuestionOf } from '../../../survey/questionnaire.ts'
import { likelyMiddle, middleOf } from '../../../survey/statistics/middle.ts'
import type { Table } from '../../../survey/table.ts'
import type { Findings } from './findings.ts'
import { unitAfter } from '../names.ts'
import type { Reader } from '../reader.ts'

type Numeric = QuestionOf<'number'>

/** Where the middle answer is, as far as bins tell: they tell of no mean. */
export function middleMessage(reader: Reader, question: Numeric, table: Table): string {
  const { words } = reader
  const { low, high } = middleOf(table)
  const [first, last] = [binOf(question, low), binOf(question, high)]
  if (first === last) {
    const key = table.options.some(({ id, count }) => id !== low && count > 0) ? 'middle' : 'all'
    const range = rangeWords(first, reader.language)
    return words(`message.number.${key}`, { range: unitAfter(reader, question, range) })
  }
  return words('message.number.half', {
    most: writtenNumber(first.to, reader.language),
    least: unitAfter(reader, question, writtenNumber(last.from, reader.language)),
  })
}

/** How sure that is. */
export function middleSureness(
  reader: Reader,
  question: Numeric,
  { table, population, weighted }: Findings,
): string {
  const n = table.n / (weighted?.weights.effect ?? 1)
  const { low, high } = likelyMiddle(table, n, population)
  if (low === high) {
    const range = rangeWords(binOf(question, low), reader.language)
    return reader.words('figures:sure.middleIn', { range: unitAfter(reader, question, range) })
  }
  return reader.words('figures:sure.middle', {
    low: writtenNumber(binOf(question, low).from, reader.language),
    high: unitAfter(reader, question, writtenNumber(binOf(question, high).to, reader.language)),
  })
}

const binOf = (question: Numeric, id: string) => binsOf(question).find((bin) => bin.id === id)!
