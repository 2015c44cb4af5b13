import type { Chart } from 'chart.js'
import { columns } from './columns.ts'
import { paintNow } from './paint.ts'
import { rows } from './rows.ts'
import { figureNumbers, type Numbers } from './numbers.ts'

interface Drawn {
  figure: HTMLElement
  plot: HTMLElement
  chart: Chart | undefined
  width: number
}

const drawn: Drawn[] = []

/** Draws every figure from its own table, which folds away: the figure now says the same. */
export function drawFigures(part: ParentNode) {
  for (const figure of part.querySelectorAll<HTMLElement>('[data-figure]')) {
    const plot = figure.querySelector<HTMLElement>('.plot')
    if (!plot) continue
    plot.hidden = false
    figure.querySelector('details')?.removeAttribute('open')
    const item: Drawn = { figure, plot, chart: undefined, width: 0 }
    drawn.push(item)
    sizes.observe(plot)
  }
}

/** Dark mode, motion and high contrast may change while the page is open; paper is light. */
export function watchAppearance() {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)']
  for (const query of queries) {
    matchMedia(query).addEventListener('change', () => drawAll())
  }
  addEventListener('beforeprint', () => {
    drawAll('paper')
    for (const details of document.querySelectorAll('details')) {
      if (details.open) continue
      details.open = true
      details.dataset['printed'] = ''
    }
  })
  addEventListener('afterprint', () => {
    drawAll()
    for (const details of document.querySelectorAll('details')) {
      if (details.dataset['printed'] === undefined) continue
      details.open = false
      delete details.dataset['printed']
    }
  })
}

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const item = drawn.find(({ plot }) => plot === target)
    if (item && Math.abs(target.clientWidth - item.width) >= 1) draw(item)
  }
})

function drawAll(on: 'screen' | 'paper' = 'screen') {
  for (const item of drawn) draw(item, on)
}

function draw(item: Drawn, on: 'screen' | 'paper' = 'screen') {
  const { figure, plot } = item
  const again = item.chart !== undefined
  item.chart?.destroy()
  if (!figure.isConnected) {
    sizes.unobserve(plot)
    drawn.splice(drawn.indexOf(item), 1)
    return
  }
  item.width = plot.clientWidth
  const canvas = plot.querySelector('canvas')!
  const numbers = figureNumbers(figure)
  const still = again || on === 'paper' || matchMedia('(prefers-reduced-motion: reduce)').matches
  const place = { canvas, width: item.width, paint: paintNow(on), still }
  const upright = numbers.kind === 'days' || (numbers.kind === 'steps' && hasRoom(item, numbers))
  item.chart = upright ? columns(numbers, place) : rows(numbers, place)
}

/** Columns need room for a share over each and the words of the ends; else a scale lies down. */
const hasRoom = ({ width }: Drawn, { bars }: Numbers) => width / bars.length >= 80
