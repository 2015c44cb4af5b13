/** A local date, which is a date also in a workbook. */
export interface DateCell {
  date: string
}

/** Text, a number, a date, or nothing. */
export type Cell = string | number | DateCell | null | undefined

export interface Column {
  name: string
  /** in characters */
  width: number
  /** how its numbers are written */
  as: 'text' | 'count' | 'share' | 'mean'
}

/** A sheet of a workbook, or a file of its own. */
export interface Table {
  name: string
  columns: Column[]
  /** made one by one while they are sent; may be gone through again */
  rows: Iterable<Cell[]>
  /** is read more than sorted: long words stand on several lines */
  read?: boolean
}
