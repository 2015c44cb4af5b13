import type { ChartTone } from './chart.ts'

/** The tone of a step: five from low to high, shared where a scale has more. */
export function stepTone(index: number, steps: number): ChartTone {
  if (steps < 2) return 'step-3'
  return `step-${1 + Math.round((index / (steps - 1)) * 4)}`
}

/** How much of the counted is below the middle of a scale; its middle step is halved. */
export function lowerHalf(counts: number[]): number {
  const middle = (counts.length - 1) / 2
  return counts.reduce(
    (sum, count, index) => sum + (index < middle ? count : index === middle ? count / 2 : 0),
    0,
  )
}
