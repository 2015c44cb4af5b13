import type { Marks } from '../../src/survey/draft/marks.ts'
import type { Tree } from '../../src/survey/draft/tree.ts'

export interface Sent {
  base: number
  tree: Tree
  marks: Marks
}

/** What another made of the draft meanwhile. */
export interface Theirs {
  revision: number
  at: string
  tree: Tree
  marks: Marks
  /** who and that, in the reader's language */
  words: string
}

export type Reply =
  | { saved: { revision: number; at: string } }
  | { conflict: Theirs }
  | { refused: string }
  | { offline: true }

/** Sends an edit to the server, with the form token of the page. */
export const sendingTo =
  (address: string, csrf: string, fallback: string) =>
  async (sent: Sent): Promise<Reply> => {
    try {
      const reply = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...sent, _csrf: csrf }),
      })
      const said = (await reply.json()) as { revision: number; at: string; words?: string }
      if (reply.ok) return { saved: said }
      if (reply.status === 409) return { conflict: said as unknown as Theirs }
      return { refused: said.words ?? fallback }
    } catch {
      return { offline: true }
    }
  }
