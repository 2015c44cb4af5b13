import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from 'chart.js'
import { GAP, type Layout, layOut, LINE, shiftOf, SIZE, THICK } from './layout.ts'
import type { Bar, Numbers } from './numbers.ts'
import type { Paint, Place } from './paint.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale)

/** Bars that lie, each on a track from nothing to all, with its words and value beside. */
export function rows(numbers: Numbers, place: Place): Chart {
  const { kind, bars, last } = numbers
  const { canvas, width, paint, still } = place
  const layout = layOut(numbers, width, paint, canvas)
  canvas.width = width
  canvas.height = layout.slot * bars.length + (kind === 'places' ? LINE + GAP : 0)
  const ranked = kind === 'places'
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: bars.map(({ label }) => label),
      datasets: [
        {
          data: bars.map(({ value }) => value),
          backgroundColor: bars.map(({ tone }) => paint.tone(tone)),
          barThickness: THICK,
          borderRadius: 3,
          base: ranked ? last : 0,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      responsive: false,
      animation: still ? false : { duration: 180 },
      events: [],
      layout: { padding: { left: layout.left, right: layout.right } },
      scales: {
        y: { display: false },
        x: {
          display: ranked,
          reverse: ranked,
          min: ranked ? 1 : 0,
          max: ranked ? last : 1,
          border: { display: false },
          grid: { display: false },
          ticks: {
            stepSize: 1,
            autoSkip: false,
            color: paint.muted,
            font: { family: paint.font, size: 13 },
          },
        },
      },
    },
    plugins: [tracks(paint, layout), words(bars, paint, layout)],
  })
}

function tracks(paint: Paint, layout: Layout): Plugin<'bar'> {
  return {
    id: 'tracks',
    beforeDatasetDraw(chart) {
      const { ctx, chartArea } = chart
      ctx.save()
      ctx.translate(0, shiftOf(layout))
      ctx.fillStyle = paint.track
      ctx.strokeStyle = paint.line
      for (const bar of chart.getDatasetMeta(0).data) {
        const box = [chartArea.left, bar.y - THICK / 2, chartArea.width, THICK] as const
        ctx.fillRect(...box)
        ctx.strokeRect(...box)
      }
    },
    afterDatasetDraw({ ctx }) {
      ctx.restore()
    },
  }
}

function words(bars: Bar[], paint: Paint, layout: Layout): Plugin<'bar'> {
  return {
    id: 'words',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart
      const shift = shiftOf(layout)
      ctx.textBaseline = 'middle'
      for (const [index, bar] of chart.getDatasetMeta(0).data.entries()) {
        const lines = layout.lines[index]!
        const middle = layout.above ? bar.y + shift - THICK / 2 - (lines.length * LINE) / 2 : bar.y
        ctx.font = `${SIZE}px ${paint.font}`
        ctx.fillStyle = paint.ink
        ctx.textAlign = 'left'
        for (const [row, line] of lines.entries()) {
          ctx.fillText(line, 0, middle + (row - (lines.length - 1) / 2) * LINE)
        }
        ctx.font = `600 ${SIZE}px ${paint.font}`
        ctx.textAlign = 'right'
        ctx.fillText(bars[index]!.text, chartArea.right + layout.right, bar.y + shift)
      }
    },
  }
}
