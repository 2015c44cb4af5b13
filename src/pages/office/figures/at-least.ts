import { binsOf, writtenNumber } from '../../../survey/bins.ts'
import type { QuestionOf } from '../../../survey/questionnaire.ts'
import { middleOf } from '../../../survey/statistics/middle.ts'
import type { Row, Table } from '../../../survey/table.ts'
import { unitAfter } from '../names.ts'
import type { Reader } from '../reader.ts'

type Numeric = QuestionOf<'number'>

/**
 * Where a number parts those who answered: at the start of the bin that the middle is in. Of one
 * line for each site the share above says more than one bin's, which is as large as it is wide.
 */
export function partingBin(question: Numeric, all: Table): string {
  const [first, second] = binsOf(question)
  const { high } = middleOf(all)
  // Everyone answers at least the least.
  return high === first!.id ? second!.id : high
}

/** Everyone from a bin on, as one row. */
export function rowFrom({ options }: Table, bin: string): Row {
  const above = options.slice(options.findIndex(({ id }) => id === bin))
  return { id: bin, count: above.reduce((sum, { count }) => sum + count, 0) }
}

/** "minst 15 minuter" */
export function atLeast(reader: Reader, question: Numeric, bin: string): string {
  const { from } = binsOf(question).find(({ id }) => id === bin)!
  const number = unitAfter(reader, question, writtenNumber(from, reader.language))
  return reader.words('figures:atLeast', { number })
}
