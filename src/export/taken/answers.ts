import type { Question } from '../../survey/questionnaire.ts'
import { type Group } from '../../survey/release.ts'
import type { Table as Numbers } from '../../survey/table.ts'
import type { Cell, Column, Table } from '../table.ts'
import { linesOf } from './lines.ts'
import type { Taken } from './taken.ts'

/** Released numbers, a row for each group, question and option, as codes and in words. */
export function answersTable(taken: Taken): Table {
  const { say } = taken
  const column = (name: string, width: number, as: Column['as'] = 'text'): Column => ({
    name: say(`export:answers.${name}`),
    width,
    as,
  })
  return {
    name: say('export:sheet.answers'),
    columns: [
      column('by', 10),
      column('byName', 14),
      column('group', 14),
      column('groupName', 28),
      column('number', 12, 'count'),
      column('question', 14),
      column('questionText', 44),
      column('kind', 14),
      column('option', 14),
      column('optionText', 36),
      column('count', 12, 'count'),
      column('n', 12, 'count'),
      column('share', 10, 'share'),
      column('shareLow', 12, 'share'),
      column('shareHigh', 12, 'share'),
      column('mean', 12, 'mean'),
      column('meanLow', 12, 'mean'),
      column('meanHigh', 12, 'mean'),
      column('first', 12, 'count'),
      column('firstShare', 12, 'share'),
      column('note', 40),
    ],
    rows: { [Symbol.iterator]: () => rowsOf(taken) },
  }
}

function* rowsOf(taken: Taken): Generator<Cell[]> {
  const { questionnaire, release, say, names } = taken
  const asked = new Map(
    questionnaire.questions.map((question, index) => [
      question.id,
      { question, start: startOf(question, index) },
    ]),
  )
  for (const group of release.groups) {
    const byName = names.division(group.by)
    const name = names.group(group)
    for (const table of group.questions) {
      const found = asked.get(table.id)
      if (!found) continue
      const start = [group.by, byName, group.id, name, ...found.start]
      yield* tableRows(taken, group, found.question, table, start)
    }
  }

  function startOf(question: Question, index: number): Cell[] {
    return [index + 1, question.id, names.text(question.text), say(`editor:kind.${question.kind}`)]
  }
}

function* tableRows(
  taken: Taken,
  group: Group,
  question: Question,
  table: Numbers,
  start: Cell[],
): Generator<Cell[]> {
  for (const line of linesOf(taken, group, question, table)) {
    const { share, mean, first } = line
    yield [
      ...start,
      line.option,
      line.label,
      line.unshown ?? line.count,
      line.n,
      share?.value,
      share?.between?.low,
      share?.between?.high,
      mean?.value,
      mean?.between?.low,
      mean?.between?.high,
      first?.count,
      first?.share,
      line.note,
    ]
  }
}
