import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from 'chart.js'
import { wrap } from './letters.ts'
import type { Bar, Numbers } from './numbers.ts'
import type { Paint, Place } from './paint.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale)

const SIZE = 15
const HEIGHT = 220

/** Bars that stand: the steps of a scale with their shares over them, or days. */
export function columns({ kind, bars }: Numbers, place: Place): Chart {
  const { canvas, width, paint, still } = place
  canvas.width = width
  canvas.height = HEIGHT
  canvas.getContext('2d')!.font = `${SIZE}px ${paint.font}`
  const days = kind === 'days'
  const font = { family: paint.font, size: days ? 13 : SIZE }
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: bars.map(({ label }) => (days ? label : stepOf(label, canvas, width / bars.length))),
      datasets: layersOf(bars).map((layer) => ({
        data: layer.map(({ value }) => value),
        backgroundColor: layer.map(({ tone }) => paint.tone(tone)),
        borderRadius: days ? 1 : 3,
        categoryPercentage: days ? 0.9 : 0.8,
        barPercentage: 1,
        maxBarThickness: 96,
      })),
    },
    options: {
      responsive: false,
      animation: still ? false : { duration: 180 },
      events: [],
      layout: { padding: { top: days ? 8 : 44 } },
      scales: {
        x: {
          stacked: true,
          grid: { display: false },
          border: { color: paint.line },
          ticks: { color: paint.ink, font, maxRotation: 0, autoSkip: days, autoSkipPadding: 24 },
        },
        y: {
          stacked: true,
          display: days,
          beginAtZero: true,
          border: { display: false },
          grid: { color: paint.line },
          ticks: {
            color: paint.muted,
            font,
            maxTicksLimit: 5,
            ...(days && { precision: 0 }),
          },
        },
      },
    },
    plugins: days ? [] : [shares(bars, paint)],
  })
}

/** What stands on each other in every bar; bars without parts are one layer. */
function layersOf(bars: Bar[]): { value: number; tone: string }[][] {
  const parts = bars[0]?.parts.length ?? 0
  if (parts === 0) return [bars]
  return Array.from({ length: parts }, (_, index) => bars.map((bar) => bar.parts[index]!))
}

/** A step's number, and under it the words of the ends. */
function stepOf(label: string, canvas: HTMLCanvasElement, width: number): string[] {
  const [step, words] = label.split(/ \((?=.*\)$)/)
  if (!words) return [label]
  return [step!, ...wrap(canvas.getContext('2d')!, words.slice(0, -1), width)]
}

function shares(bars: Bar[], paint: Paint): Plugin<'bar'> {
  return {
    id: 'shares',
    afterDatasetsDraw(chart) {
      const { ctx } = chart
      ctx.textAlign = 'center'
      ctx.textBaseline = 'bottom'
      for (const [index, bar] of chart.getDatasetMeta(0).data.entries()) {
        const [share, count] = bars[index]!.text.split(/ (?=\()/)
        ctx.fillStyle = paint.ink
        ctx.font = `600 ${SIZE}px ${paint.font}`
        ctx.fillText(share!, bar.x, bar.y - 20)
        ctx.fillStyle = paint.muted
        ctx.font = `13px ${paint.font}`
        ctx.fillText(count ?? '', bar.x, bar.y - 4)
      }
    },
  }
}
