/** A report as data: what is said and drawn, in its order. How it looks on paper is not here. */
export interface Report {
  language: string
  title: string
  organisation: string
  /** of a page: `before`, its number and `between` are followed by how many there are */
  page: { before: string; between: string }
  /** one after the other, as they are needed; the last know which letters could not be printed */
  blocks(lacked: ReadonlySet<string>): Iterable<Block>
}

export type Block = Cover | Heading | Paragraph | List | Figure | TableBlock | { type: 'page' }

/** Words, and their language where it is not the report's. */
export interface Said {
  words: string
  lang?: string | undefined
}

export interface Cover extends Said {
  type: 'cover'
  eyebrow: string
}

export interface Heading extends Said {
  type: 'heading'
  level: 2 | 3
  /** stands above it, small */
  eyebrow?: string
}

export interface Paragraph extends Said {
  type: 'paragraph'
  tone?: 'lead' | 'strong' | 'quiet'
}

export interface List {
  type: 'list'
  items: Said[]
}

/** Bars in a place from 0 to 1, line by line. */
export interface Figure {
  type: 'figure'
  /** what it says, for who does not see it */
  alt: string
  title?: string
  legend: { color: string; label: Said }[]
  /** where low and high part, of bars that go both ways */
  middle?: number | undefined
  bars: { title?: Said; lines: Bar[] }[]
}

export interface Bar {
  label: Said
  pieces: { from: number; to: number; color: string }[]
  interval?: { low: number; high: number } | undefined
  value: string
  note?: string | undefined
}

export interface TableBlock {
  type: 'table'
  /** what is counted, and of how many */
  caption: string
  /** the first is of the rows' heads */
  columns: Column[]
  rows: Row[]
}

export interface Column extends Said {
  /** holds sentences, not numbers */
  wordy?: boolean
}

export interface Row {
  head: Said
  /** as many as there are columns beside the head, or one for all of them */
  cells: Cell[]
}

export interface Cell {
  words: string
  /** on a line of its own, smaller */
  below?: string
}
