import { condorcetWinner, duelsOf } from '../../../survey/statistics/pairs.ts'
import type { Question } from '../../../survey/questionnaire.ts'
import type { Table } from '../../../survey/table.ts'
import { optionName } from '../names.ts'
import { OptionLabel } from './option.tsx'
import type { Reader } from '../reader.ts'
import { Scroll } from '../scroll.tsx'

interface Props {
  reader: Reader
  question: Question
  /** of everyone, not weighted */
  table: Table
  number: number
}

/** Of a ranking, how each option does against every other by majority; the rule is named. */
export function Duels({ reader, question, table, number }: Props) {
  if (question.kind !== 'ranking' || !table.wins) return null
  const { words, numbers } = reader
  const { wins } = table
  const ids = question.options.map(({ id }) => id)
  const counted = new Map(
    Object.entries(wins).map(([id, over]) => [id, new Map(Object.entries(over))]),
  )
  const duels = duelsOf(ids, counted)
  const winner = condorcetWinner(duels)
  return (
    <div class="duels">
      <p>
        {winner === undefined
          ? words('figures:duels.none')
          : words('figures:duels.winner', {
              option: words('quote', { text: optionName(reader, question, winner) }),
            })}
      </p>
      <details class="numbers">
        <summary>{words('figures:duels.table')}</summary>
        <Scroll label={words('figures:duels.region', { number })}>
          <table>
            <caption>
              <span>{words('figures:duels.caption', { n: numbers.count(table.n) })}</span>
            </caption>
            <thead>
              <tr>
                <th scope="col">{words('table.part.ranking')}</th>
                <th scope="col">{words('figures:duels.won')}</th>
                <th scope="col">{words('figures:duels.tied')}</th>
                <th scope="col">{words('figures:duels.lost')}</th>
              </tr>
            </thead>
            <tbody>
              {duels.map(({ id, won, tied, lost }) => (
                <tr key={id}>
                  <th scope="row">
                    <OptionLabel {...{ reader, question, id }} />
                  </th>
                  <td>{numbers.count(won)}</td>
                  <td>{numbers.count(tied)}</td>
                  <td>{numbers.count(lost)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        <p class="quiet">{words('figures:duels.rule')}</p>
      </details>
    </div>
  )
}
