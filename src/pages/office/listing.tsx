import type { ComponentChildren } from 'preact'

interface Props {
  /** the class of its kind, where it has one of its own */
  kind?: string
  /** what the table holds, for who does not see it */
  caption: string
  captionLanguage?: string | undefined
  /** headings; a column of numbers is `{ number }` */
  columns: (string | { number: string })[]
  children: ComponentChildren
}

/** A table whose rows (`entry`) are cards where the page is narrow. */
export function Listing({ kind, caption, captionLanguage, columns, children }: Props) {
  return (
    <table class={kind ? `listing ${kind}` : 'listing'}>
      <caption class="unseen" lang={captionLanguage}>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) =>
            typeof column === 'string' ? (
              <th key={column} scope="col">
                {column}
              </th>
            ) : (
              <th key={column.number} scope="col" class="number">
                {column.number}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

interface CellProps {
  /** of its column, which a card shows beside it */
  label: string
  number?: boolean
  children: ComponentChildren
}

export function Cell({ label, number, children }: CellProps) {
  return (
    <td class={number ? 'number' : undefined}>
      <span class="cell-label">{label}</span>
      <div>{children}</div>
    </td>
  )
}

/** One line of what is known of something, in a `dl`. */
export function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
