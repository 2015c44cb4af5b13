import { condorcetWinner, duelsOf } from '../../../survey/statistics/pairs.ts'
import type { Block } from '../../../survey/report.ts'
import type { Table } from '../../../survey/table.ts'
import { optionName } from '../names.ts'
import type { QuestionSource } from './question.ts'
import { paragraph } from './said.ts'

/** Of a ranking, each option against every other, with the rule. */
export function* duelBlocks({ reader, question }: QuestionSource, table: Table): Iterable<Block> {
  if (question.kind !== 'ranking' || !table.wins) return
  const { words, numbers, lang } = reader
  const wins = new Map(
    Object.entries(table.wins).map(([id, over]) => [id, new Map(Object.entries(over))]),
  )
  const duels = duelsOf(
    question.options.map(({ id }) => id),
    wins,
  )
  const winner = condorcetWinner(duels)
  const name = (id: string) => optionName(reader, question, id)
  yield paragraph(
    winner === undefined
      ? words('figures:duels.none')
      : words('figures:duels.winner', { option: words('quote', { text: name(winner) }) }),
  )
  yield {
    type: 'table',
    caption: words('figures:duels.caption', { n: numbers.count(table.n) }),
    columns: [
      'table.part.ranking',
      'figures:duels.won',
      'figures:duels.tied',
      'figures:duels.lost',
    ].map((head) => ({ words: words(head) })),
    rows: duels.map(({ id, won, tied, lost }) => ({
      head: { words: name(id), lang },
      cells: [won, tied, lost].map((count) => ({ words: numbers.count(count) })),
    })),
  }
  yield paragraph(words('figures:duels.rule'), 'quiet')
}
