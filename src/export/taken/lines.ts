import { ruleOf } from '../../survey/kinds/kinds.ts'
import { DONT_KNOW, type Question } from '../../survey/questionnaire.ts'
import type { Group } from '../../survey/release.ts'
import { intervalOf, MEAN, measuresOf, stepMoments } from '../../survey/statistics/measure.ts'
import type { Interval } from '../../survey/statistics/sample.ts'
import { shareInterval } from '../../survey/statistics/share.ts'
import type { Row, Table } from '../../survey/table.ts'
import { unshownOf } from '../../survey/unshown.ts'
import type { Taken } from './taken.ts'

/** What stands in a row of one question in one group. */
interface Line {
  /** code of an option, or of what stands beside the options; '' for texts */
  option: string
  label: string
  /** words in the place of numbers */
  unshown?: string
  count?: number
  n?: number
  share?: Estimate
  mean?: Estimate
  first?: { count: number; share: number }
  note?: string | undefined
}

interface Estimate {
  value: number
  between?: Interval | undefined
}

/** A table's rows: its options, then what is no option: the mean, and who did not know. */
export function linesOf(taken: Taken, group: Group, question: Question, table: Table): Line[] {
  const unshown = unshownIn(taken, table)
  const named = labels(taken, question, table)
  if (unshown && (table.withheld || !table.dontKnow)) {
    return named.map((line) => ({ ...line, ...unshown }))
  }
  const shown = numbersIn(taken, group, question, table)
  return named.map((line) => {
    if (unshown && line.option !== DONT_KNOW) return { ...line, ...unshown }
    return { ...line, ...shown(line.option) }
  })
}

function labels({ say, names }: Taken, question: Question, table: Table): Line[] {
  if (question.kind === 'text') return [{ option: '', label: '' }]
  const options = ruleOf(question)
    .options(question)
    .map((id) => ({ option: id, label: names.option(question, id) }))
  if (question.kind !== 'scale') return options
  const mean = { option: MEAN, label: say('office:table.mean') }
  const unsure = { option: DONT_KNOW, label: say('citizen:option.dontKnow') }
  return [...options, mean, ...(table.dontKnow === undefined ? [] : [unsure])]
}

/** Why there are no numbers, where there are none: a withheld or waiting one is not 0. */
function unshownIn({ release, say }: Taken, table: Table) {
  const k = release.smallestGroup
  switch (unshownOf(table, release.final)) {
    case 'apart':
      return { unshown: say('figures:apart.message'), note: say('figures:apart.text') }
    case 'guarded':
      return { unshown: say('breakdowns:guarded') }
    case 'withheld':
      return { unshown: say('office:bySite.withheld'), note: say('office:unshown.withheld', { k }) }
    case 'notYet': {
      const note = say('export:note.notYet', { twice: 2 * k })
      return { unshown: say('office:bySite.notYet'), note }
    }
    default:
      return undefined
  }
}

function numbersIn({ listedIn, say }: Taken, group: Group, question: Question, table: Table) {
  const { n } = table
  const measures = measuresOf(question, table, { population: listedIn(group) })
  const between = new Map(measures.map((measure) => [measure.id, intervalOf(measure)]))
  const rows = new Map(table.options.map((row) => [row.id, row]))
  return (option: string): Partial<Line> => {
    if (question.kind === 'text') return { count: n, n, note: say('export:note.texts') }
    if (question.kind === 'scale' && option === MEAN) {
      return n === 0
        ? { n }
        : { n, mean: { value: stepMoments(table).mean, between: between.get(MEAN) } }
    }
    if (question.kind === 'scale' && option === DONT_KNOW) {
      return { count: table.dontKnow!, note: say('export:note.outside') }
    }
    return rowNumbers(rows.get(option)!, n)
  }

  function rowNumbers(row: Row, n: number): Partial<Line> {
    if (n === 0) return { count: row.count, n }
    if (question.kind !== 'ranking') {
      return { count: row.count, n, share: { value: row.count / n, between: shareOf(row.id) } }
    }
    const first = row.first ?? 0
    return {
      count: row.count,
      n,
      mean: { value: row.meanRank!, between: between.get(row.id) },
      first: { count: first, share: first / n },
    }
  }

  function shareOf(id: string) {
    if (question.kind !== 'scale') return between.get(id)
    const { count } = rows.get(id)!
    return shareInterval(count / n, n, listedIn(group))
  }
}
