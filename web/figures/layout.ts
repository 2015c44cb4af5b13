import { wrap } from './letters.ts'
import type { Numbers } from './numbers.ts'
import type { Paint } from './paint.ts'

export const SIZE = 15
export const LINE = 20
export const GAP = 10
export const THICK = 22
/** Under this width an option's words stand over its bar instead of beside it. */
const NARROW = 560

/** How much room the words beside or over lying bars take. */
export interface Layout {
  /** height of one bar with its words */
  slot: number
  lines: string[][]
  left: number
  right: number
  above: boolean
}

export function layOut(
  { kind, bars }: Numbers,
  width: number,
  paint: Paint,
  canvas: HTMLCanvasElement,
): Layout {
  const context = canvas.getContext('2d')!
  context.font = `600 ${SIZE}px ${paint.font}`
  const right = Math.max(...bars.map(({ text }) => context.measureText(text).width)) + GAP
  context.font = `${SIZE}px ${paint.font}`
  const widest = (lines: string[]) =>
    Math.max(...lines.map((line) => context.measureText(line).width))
  const beside = Math.min(width * 0.42, 420)
  const above =
    kind !== 'steps' && width < NARROW && widest(bars.map(({ label }) => label)) > beside
  const room = above ? width : beside
  const lines = bars.map(({ label }) => wrap(context, label, room))
  const most = Math.max(...lines.map(({ length }) => length))
  return {
    lines,
    right,
    above,
    left: above ? 0 : widest(lines.flat()) + GAP,
    slot: above ? most * LINE + THICK + GAP + GAP / 2 : Math.max(most * LINE, THICK) + GAP,
  }
}

/** Where a bar stands in its slot: under its words, or in the middle beside them. */
export const shiftOf = ({ above, lines }: Layout) =>
  above ? (Math.max(...lines.map(({ length }) => length)) * LINE) / 2 : 0
