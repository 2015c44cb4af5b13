import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Chart } from './chart.ts'
import { colorOf, sheetColors, widthOf, wrapped } from './sheet-paint.ts'

export const WIDTH = 800
export const EDGE = 24
const FONT = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif"

const leading = (size: number) => Math.round(size * 1.35)

/** Something drawn, and how high it is. */
export interface Block {
  height: number
  at(y: number): ComponentChildren
}

/** A picture that stands alone: blocks under each other on paper, named by its message. */
export function sheetOf(
  { language, message, description }: { language: string; message: string; description: string },
  blocks: Block[],
): string {
  const height = Math.ceil(blocks.reduce((sum, block) => sum + block.height, 0)) + 2 * EDGE
  let y = EDGE
  return renderToString(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      font-family={FONT}
      xml:lang={language}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-labelledby="message"
    >
      <title id="message">{message}</title>
      <desc>{description}</desc>
      <rect width={WIDTH} height={height} fill={sheetColors.paper} />
      {blocks.map((block, index) => {
        const drawn = <g key={index}>{block.at(y)}</g>
        y += block.height
        return drawn
      })}
    </svg>,
  )
}

export const gap = (height: number): Block => ({ height, at: () => null })

export function paragraph(
  words: string,
  size: number,
  weight: number,
  color = sheetColors.ink,
): Block {
  const lines = wrapped(words, size * (weight > 400 ? 1.12 : 1), WIDTH - 2 * EDGE)
  return {
    height: lines.length * leading(size) + 6,
    at: (y) => (
      <Lines lines={lines} x={EDGE} y={y + size} size={size} weight={weight} color={color} />
    ),
  }
}

interface LinesProps {
  lines: string[]
  x: number
  /** of the first line's feet */
  y: number
  size: number
  weight?: number
  color?: string
  anchor?: 'start' | 'end'
}

export function Lines({ lines, x, y, size, weight = 400, color, anchor = 'start' }: LinesProps) {
  return (
    <text
      font-size={size}
      font-weight={weight}
      fill={color ?? sheetColors.ink}
      text-anchor={anchor}
    >
      {lines.map((line, index) => (
        <tspan key={index} x={x} y={y + index * leading(size)}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

export function legendBlock(legend: Chart['legend']): Block {
  const rows: { x: number; row: number; tone: Chart['legend'][0]['tone']; label: string }[] = []
  let [x, row] = [EDGE, 0]
  for (const { tone, label } of legend) {
    const width = 20 + widthOf(label, 13) + 20
    if (x > EDGE && x + width > WIDTH - EDGE) [x, row] = [EDGE, row + 1]
    rows.push({ x, row, tone, label })
    x += width
  }
  return {
    height: (row + 1) * 20,
    at: (y) =>
      rows.map(({ x, row, tone, label }) => (
        <g key={label}>
          <rect
            x={x}
            y={y + row * 20 + 2}
            width={12}
            height={12}
            fill={colorOf(tone)}
            stroke={sheetColors.edge}
          />
          <Lines lines={[label]} x={x + 18} y={y + row * 20 + 13} size={13} />
        </g>
      )),
  }
}
