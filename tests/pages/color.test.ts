import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { accentFaults, accentPair, DARK, LIGHT } from '../../src/survey/color/accent.ts'
import { citizenStyle } from '../../src/pages/citizen/style.ts'
import { sheetColors } from '../../src/pages/office/figures/sheet-paint.ts'
import { contrast, mix } from '../../src/survey/color/color.ts'
import { DEFAULT_ACCENT } from '../../src/survey/organisation.ts'

const css = readFileSync('web/styles/tokens.css', 'utf8')
const [lightCss, darkCss] = css.split('@media screen and (prefers-color-scheme: dark)') as [
  string,
  string,
]
const colors = (part: string) =>
  Object.fromEntries(
    [...part.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name, hex]) => [name, hex!]),
  )
const soft = (part: string) => Number(/--accent-soft:[^;]*?(\d+)%/.exec(part)![1]) / 100
const light = { ...colors(lightCss), 'accent-share': soft(lightCss) } as Record<string, never>
const dark = {
  ...colors(lightCss),
  ...colors(darkCss),
  'accent-share': soft(darkCss),
} as typeof light

const accents = [DEFAULT_ACCENT, '#3f6212', '#1f4e9e', '#7b2d5f', '#000000', '#a6211b', '#6b6b00']
const grounds = ['paper', 'raised', 'sunken']

/** Words on their ground: 4.5:1. */
const texts: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['muted', ground],
    ['accent', ground],
  ]),
  ['on-accent', 'accent'],
  ['ink', 'accent-soft'],
  ['fault', 'paper'],
  ['accent', 'fault-soft'],
  ...['good', 'caution', 'fault'].flatMap((tone): [string, string][] => [
    ['ink', `${tone}-soft`],
    [tone, `${tone}-soft`],
    [tone, 'raised'],
  ]),
]
/** Edges and figures: 3:1. */
const edges: [string, string][] = [
  ['edge', 'paper'],
  ['edge', 'raised'],
  ['edge', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['good', 'paper'],
  ['caution', 'paper'],
  ...[1, 2, 3, 4, 5, 6].flatMap((number): [string, string][] =>
    ['paper', 'raised'].map((ground) => [`figure-${number}`, ground]),
  ),
]

describe.each(accents)('with the accent %s', (accent) => {
  const pair = accentPair(accent)
  test.each([
    ['light', light, pair.light, pair.onLight],
    ['dark', dark, pair.dark, pair.onDark],
  ] as const)('every %s pair in use can be read', (_, tokens, accent, onAccent) => {
    const share = Number(tokens['accent-share'])
    const all: Record<string, string> = {
      ...tokens,
      accent,
      'on-accent': onAccent,
      'accent-soft': mix(accent, tokens['raised']!, share),
    }
    const low = (pairs: [string, string][], least: number) =>
      pairs
        .map(([one, other]) => `${one} on ${other}: ${contrast(all[one]!, all[other]!).toFixed(2)}`)
        .filter((line) => Number(line.split(': ')[1]) < least)
    expect(low(texts, 4.5)).toEqual([])
    expect(low(edges, 3)).toEqual([])
  })
})

test('pictures that stand alone have the page’s light colours', () => {
  const { paper, ...colors } = sheetColors
  expect(paper).toBe(light['raised'])
  expect(light).toMatchObject(colors)
})

test('the steps of a scale go from one end to the other, in light and in dark', () => {
  const steps = [1, 2, 3, 4, 5]
  for (const tokens of [light, dark]) {
    const lightness = steps.map((step) => contrast(tokens[`step-${step}`]!, tokens['raised']!))
    // The ends stand out from the paper, and so do they from the middle, also without hues.
    for (const end of [0, 4]) {
      expect(lightness[end]).toBeGreaterThan(3)
      expect(lightness[end]).toBeGreaterThan(1.5 * lightness[2]!)
    }
    for (const ground of ['raised', 'sunken']) {
      expect(contrast(tokens['edge']!, tokens[ground]!)).toBeGreaterThanOrEqual(3)
    }
  }
})

test('one colour of the focus ring is seen on any ground', () => {
  for (const ground of [...Object.values(light), ...Object.values(dark)].filter(isHex)) {
    const seen = [light['ring-inner']!, light['ring-outer']!].map((ring) => contrast(ring, ground))
    expect(Math.max(...seen), ground).toBeGreaterThanOrEqual(3)
  }
})

test('tokens and accents speak of the same paper', () => {
  expect(light).toMatchObject({ ...LIGHT, accent: DEFAULT_ACCENT })
  expect(dark).toMatchObject({ paper: DARK.paper, raised: DARK.raised, 'on-accent': DARK.ink })
  expect(dark['accent']).toBe(accentPair(DEFAULT_ACCENT).dark)
})

test('an accent that cannot be read is refused, and never breaks a page', () => {
  expect(accentFaults('#0b5f66')).toEqual([])
  expect(accentFaults('teal')).toEqual(['must be a colour like #0b5f66'])
  expect(accentFaults('#ffd400')[0]).toMatch(/contrast of 1\.\d:1.*4\.5:1/)
  const organisation = { id: 'x', name: 'X', accent: '#fff}</style><script>', demo: false }
  expect(citizenStyle('', organisation)).not.toContain('<')
  expect(accentPair('#ffffff').light).not.toBe('#ffffff')
})

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

function isHex(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('#')
}
