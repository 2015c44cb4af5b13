import type { Chart, Panel, Strip } from './chart.ts'
import { type Block, EDGE, gap, legendBlock, Lines, paragraph, sheetOf, WIDTH } from './sheet.tsx'
import { colorOf, sheetColors, wrapped } from './sheet-paint.ts'

const LABEL = 250
const VALUE = 190
const BAR = { from: EDGE + LABEL + 16, width: WIDTH - 2 * EDGE - LABEL - VALUE - 32 }

/** A figure as a picture of its own, with what it says, what was asked and where it is from. */
export function chartSheet(chart: Chart, language: string, source: string): string {
  const { message, question, panels, basis, legend } = chart
  return sheetOf({ language, message, description: [question, ...basis].join(' ') }, [
    paragraph(message, 22, 700),
    paragraph(question, 16, 400),
    gap(12),
    ...(legend.length > 0 ? [legendBlock(legend), gap(8)] : []),
    ...panels.flatMap((panel) => panelBlocks(panel, chart.middle)),
    gap(8),
    ...[...basis, source].map((words) => paragraph(words, 13, 400, sheetColors.muted)),
  ])
}

function panelBlocks({ title, unshown, strips }: Panel, middle: number | undefined): Block[] {
  return [
    ...(title ? [gap(6), paragraph(title, 15, 700)] : []),
    ...(unshown ? [paragraph(unshown, 14, 400, sheetColors.muted)] : []),
    ...strips.map((strip) => stripBlock(strip, middle)),
  ]
}

function stripBlock(strip: Strip, middle: number | undefined): Block {
  const label = wrapped(strip.label, 14, LABEL)
  const value = wrapped([strip.value, strip.note].filter(Boolean).join(' '), 14, VALUE)
  const height = Math.max(label.length, value.length, 1) * 19 + 8
  return {
    height,
    at: (y) => (
      <>
        <Lines lines={label} x={EDGE} y={y + 17} size={14} />
        {strip.pieces.length > 0 && <Bar strip={strip} y={y + 4} middle={middle} />}
        <Lines lines={value} x={WIDTH - EDGE} y={y + 17} size={14} weight={600} anchor="end" />
      </>
    ),
  }
}

interface BarProps {
  strip: Strip
  y: number
  middle: number | undefined
}

function Bar({ strip: { pieces, interval }, y, middle }: BarProps) {
  const at = (part: number) => tidy(BAR.from + part * BAR.width)
  const line = (from: number, to: number, width: number, color: string) => (
    <line
      x1={at(from)}
      x2={at(to)}
      y1={y + 8}
      y2={y + 8}
      stroke={color}
      stroke-width={width}
      stroke-linecap="round"
    />
  )
  return (
    <>
      <rect
        x={BAR.from}
        y={y}
        width={BAR.width}
        height={16}
        fill={sheetColors.sunken}
        stroke={sheetColors.line}
      />
      {pieces.map(({ from, to, tone }, index) => (
        <rect
          key={index}
          x={at(from)}
          y={y}
          width={tidy(Math.max(0, to - from) * BAR.width)}
          height={16}
          fill={colorOf(tone)}
          {...(middle !== undefined && { stroke: sheetColors.edge })}
        />
      ))}
      {middle !== undefined ? (
        <line
          x1={at(middle)}
          x2={at(middle)}
          y1={y - 3}
          y2={y + 19}
          stroke={sheetColors.ink}
          stroke-width={1.5}
        />
      ) : (
        interval && (
          <>
            {line(interval.low, interval.high, 6, sheetColors.paper)}
            {line(interval.low, interval.high, 2.5, sheetColors.ink)}
          </>
        )
      )}
    </>
  )
}

/** Tenths of a pixel are enough, and files the smaller. */
const tidy = (length: number) => Math.round(length * 10) / 10
