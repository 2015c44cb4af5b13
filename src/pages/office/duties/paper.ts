/** A document that somebody goes on writing: what is known, and what is left to answer. */
export interface Paper {
  title: string
  /** under which law */
  law: string
  /** what it was made from, and when */
  made: string
  how: string
  parts: Part[]
}

export interface Part {
  title: string
  blocks: Block[]
}

/** What the author must still judge; never filled in for them. */
export interface Ask {
  ask: string
}

/** Words of the survey, in the language they were written in. */
export interface Quoted {
  words: string
  language: string
}

export type Cell = string | Ask | Quoted

export type Block =
  | { cell: Cell }
  | { items: string[] }
  /** what is known of one thing, line by line; `rows` begin with what the row is about */
  | { head?: string[]; rows: [string | Quoted, ...Cell[][]][] }
