import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast } from '../../src/survey/color/color.ts'

const css = readFileSync('web/styles/kiosk-tokens.css', 'utf8')
const theme = css.slice(css.indexOf(':root[data-contrast]'))
const colors = new Map(
  [...theme.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name, hex]) => [name!, hex!]),
)

/** Words on their ground, and edges that tell where one may press. */
const pairs: [string, string][] = [
  ...['ink', 'muted', 'accent', 'fault', 'edge', 'line', 'good'].flatMap(
    (front): [string, string][] => ['paper', 'raised', 'sunken'].map((ground) => [front, ground]),
  ),
  ['on-accent', 'accent'],
  ['ink', 'accent-soft'],
  ['ink', 'caution-soft'],
]

test('high contrast is at least 7:1 for everything', () => {
  const low = pairs.filter(([one, other]) => contrast(colors.get(one)!, colors.get(other)!) < 7)
  expect(low).toEqual([])
})
