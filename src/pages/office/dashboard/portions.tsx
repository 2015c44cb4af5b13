import type { Reader } from '../reader.ts'

interface Props {
  reader: Reader
  name: 'channel' | 'language'
  counts: Record<string, number>
  /** in which they stand */
  order: readonly string[]
  label: (id: string) => string
}

/** How all responses divide by channel or language, every one of them shown live. */
export function Portions({ reader: { words, numbers }, name, counts, order, label }: Props) {
  const ids = [...new Set([...order, ...Object.keys(counts)])]
  const rows = ids.map((id) => [id, counts[id] ?? 0] as const).filter(([, count]) => count > 0)
  const sum = rows.reduce((sum, [, count]) => sum + count, 0)
  return (
    <table class="small-table">
      <caption>{words(`participation.by.${name}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{words(`participation.${name}`)}</th>
          <th scope="col">{words('participation.count')}</th>
          <th scope="col">{words('participation.share')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([id, count]) => (
          <tr key={id}>
            <th scope="row">{label(id)}</th>
            <td>{numbers.count(count)}</td>
            <td>{numbers.share(count, sum)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
