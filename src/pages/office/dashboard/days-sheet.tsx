import { type DayPart, dayParts } from './day-parts.ts'
import type { DashboardView } from './dashboard.tsx'
import { bestOf, daysOf } from './days.tsx'
import type { OfficeFrame } from '../frame.tsx'
import { sourceOf } from '../figures/question-sheets.ts'
import { type Reader, readerOf } from '../reader.ts'
import {
  type Block,
  EDGE,
  gap,
  legendBlock,
  Lines,
  paragraph,
  sheetOf,
  WIDTH,
} from '../figures/sheet.tsx'
import { colorOf, sheetColors } from '../figures/sheet-paint.ts'

const HEIGHT = 240
const LEFT = 48

/** Responses by day as a picture of its own. */
export function daysSheet(frame: OfficeFrame, view: DashboardView): string {
  const reader = readerOf(frame, view.questionnaire)
  const source = sourceOf(frame, reader, view)
  const { words } = reader
  const message = bestOf(reader, view.participation.byDay)
  const title = words('participation.byDay')
  const parts = dayParts(reader, view)
  return sheetOf(
    { language: reader.language, message: `${title}. ${message}`, description: source },
    [
      paragraph(title, 22, 700),
      paragraph(message, 16, 400),
      ...(parts.length > 0 ? [gap(8), legendBlock(parts)] : []),
      gap(12),
      columns(reader, view, parts),
      gap(12),
      paragraph(source, 13, 400, sheetColors.muted),
    ],
  )
}

function columns(reader: Reader, view: DashboardView, parts: DayPart[]): Block {
  const { byDay } = view.participation
  const days = daysOf(byDay)
  const most = Math.max(1, ...Object.values(byDay))
  const wide = (WIDTH - 2 * EDGE - LEFT) / Math.max(1, days.length)
  const all: Pick<DayPart, 'id' | 'tone' | 'on'>[] =
    parts.length > 0 ? parts : [{ id: 'all', tone: '1', on: (day) => byDay[day] ?? 0 }]
  const size = (count: number) => (count / most) * HEIGHT
  return {
    height: HEIGHT + 24,
    at: (y) => (
      <>
        <line
          x1={EDGE + LEFT}
          x2={WIDTH - EDGE}
          y1={y + HEIGHT}
          y2={y + HEIGHT}
          stroke={sheetColors.edge}
        />
        <Lines
          lines={[reader.numbers.count(most)]}
          x={EDGE + LEFT - 8}
          y={y + 12}
          size={13}
          anchor="end"
        />
        <Lines
          lines={[reader.numbers.count(0)]}
          x={EDGE + LEFT - 8}
          y={y + HEIGHT}
          size={13}
          anchor="end"
        />
        {days.map((day, index) => {
          let top = y + HEIGHT
          return all.map((part) => {
            const height = size(part.on(day))
            top -= height
            return height > 0 ? (
              <rect
                key={`${day} ${part.id}`}
                x={EDGE + LEFT + index * wide + wide * 0.05}
                y={top}
                width={wide * 0.9}
                height={height}
                fill={colorOf(part.tone)}
              />
            ) : null
          })
        })}
        {days.length > 0 && (
          <>
            <Lines
              lines={[reader.numbers.day(days[0]!)]}
              x={EDGE + LEFT}
              y={y + HEIGHT + 18}
              size={13}
            />
            <Lines
              lines={[reader.numbers.day(days.at(-1)!)]}
              x={WIDTH - EDGE}
              y={y + HEIGHT + 18}
              size={13}
              anchor="end"
            />
          </>
        )}
      </>
    ),
  }
}
