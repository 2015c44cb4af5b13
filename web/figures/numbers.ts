/** One bar of a figure, read from a row of its table. */
export interface Bar {
  label: string
  value: number
  /** the value in words of the page's language */
  text: string
  tone: string
  /** what the value is the sum of, from below */
  parts: { value: number; tone: string }[]
}

type FigureKind = 'shares' | 'places' | 'steps' | 'days'

export interface Numbers {
  kind: FigureKind
  bars: Bar[]
  /** of a ranking: the last place */
  last: number
}

export function figureNumbers(figure: HTMLElement): Numbers {
  const kind = figure.dataset['figure'] as FigureKind
  const table = figure.querySelector('table')!
  const bars = [...table.querySelectorAll<HTMLElement>('tr[data-value]')].map(barIn)
  return { kind, bars: inOrder(kind, bars), last: Number(table.dataset['last'] ?? 0) }
}

function barIn(row: HTMLElement): Bar {
  const { value, label, tone, day } = row.dataset
  return {
    label: day ?? row.querySelector('th')?.textContent?.trim() ?? '',
    value: Number(value),
    text: label ?? '',
    tone: tone ?? 'plain',
    parts: [...row.querySelectorAll<HTMLElement>('[data-part]')].map((cell) => ({
      value: Number(cell.dataset['part']),
      tone: cell.dataset['tone'] ?? 'plain',
    })),
  }
}

/** Options by size, places from the first; what has an order of its own keeps it. */
function inOrder(kind: FigureKind, bars: Bar[]): Bar[] {
  if (kind === 'shares') return [...bars].sort((a, b) => b.value - a.value)
  if (kind === 'places') return [...bars].sort((a, b) => a.value - b.value)
  return bars
}
