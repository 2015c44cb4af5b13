import type { ComponentChildren } from 'preact'
import type { Table } from '../../../survey/table.ts'

export interface Place {
  id: string
  name: string
  lang: string | undefined
  table: Table
  /** why there are no numbers */
  unshown: string | undefined
}

export interface Line {
  id: string
  head: ComponentChildren
  cell(table: Table): string
}

interface Props {
  /** head of the rows' own heads */
  corner: string
  places: Place[]
  lines: Line[]
}

export function SiteColumns({ corner, places, lines }: Props) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {places.map((place) => (
            <th key={place.id} scope="col" lang={place.lang}>
              {place.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={line.id}>
            <th scope="row">{line.head}</th>
            {places.map(({ id, table, unshown }) =>
              unshown === undefined ? (
                <td key={id}>{line.cell(table)}</td>
              ) : (
                index === 0 && (
                  <td key={id} class="withheld" rowSpan={lines.length}>
                    {unshown}
                  </td>
                )
              ),
            )}
          </tr>
        ))}
      </tbody>
    </>
  )
}

export function SiteRows({ corner, places, lines }: Props) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {lines.map((line) => (
            <th key={line.id} scope="col">
              {line.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map(({ id, name, lang, table, unshown }) => (
          <tr key={id}>
            <th scope="row" lang={lang}>
              {name}
            </th>
            {unshown === undefined ? (
              lines.map((line) => <td key={line.id}>{line.cell(table)}</td>)
            ) : (
              <td class="withheld" colSpan={lines.length}>
                {unshown}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </>
  )
}
