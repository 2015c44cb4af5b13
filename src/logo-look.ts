import type { Element } from '@xmldom/xmldom'
import type { Matrix, Paint } from './survey/color/drawing.ts'

/** How shapes look that say nothing themselves; children inherit it. */
export interface Look {
  transforms: Matrix[]
  fill: Paint | undefined
  stroke: Paint | undefined
  strokeWidth: number
  evenOdd: boolean
  opacity: number
  isHidden: boolean
}

/** More than drawing programs nest. */
const MOST_TRANSFORMS = 100

type Rules = Map<string, Record<string, string>>

export const startLook: Look = {
  transforms: [],
  fill: { color: '#000000', opacity: 1 },
  stroke: undefined,
  strokeWidth: 1,
  evenOdd: false,
  opacity: 1,
  isHidden: false,
}

/** What drawing programs write into a style element: rules for classes, by their names. */
export function rulesIn(root: Element): Rules {
  const rules: Rules = new Map()
  for (const style of root.getElementsByTagName('style')) {
    for (const [names, body] of enclosed(uncommented(style.textContent ?? ''), '{', '}')) {
      for (const name of names.split(',').map((one) => one.trim())) {
        if (!/^\.[\w-]+$/.test(name)) continue
        rules.set(name.slice(1), { ...rules.get(name.slice(1)), ...declared(body) })
      }
    }
  }
  return rules
}

const uncommented = (css: string): string =>
  css
    .split('/*')
    .map((part, index) => {
      if (index === 0) return part
      const end = part.indexOf('*/')
      return end === -1 ? '' : part.slice(end + 2)
    })
    .join('')

/**
 * What stands between two signs, each with what is before it. Cut and not matched: a pattern that
 * looks for a sign from every place of a long text takes minutes where there is none.
 */
const enclosed = (text: string, opens: string, closes: string): [string, string][] =>
  text
    .split(closes)
    .slice(0, -1)
    .map((part) => part.split(opens))
    .flatMap((parts) => (parts.length > 1 ? [[parts.at(-2)!, parts.at(-1)!]] : []))

const declared = (body: string): Record<string, string> =>
  Object.fromEntries(
    body.split(';').flatMap((one) => {
      const [name, value] = one.split(':')
      return value === undefined ? [] : [[name!.trim(), value.trim()]]
    }),
  )

/** An element's look, within that of what is around it; what cannot be kept is noted in `left`. */
export function lookFrom(element: Element, around: Look, rules: Rules, left: Set<string>): Look {
  const classes = (element.getAttribute('class') ?? '').split(/\s+/)
  const own: Record<string, string> = Object.assign(
    {},
    ...classes.map((name) => rules.get(name) ?? {}),
    declared(element.getAttribute('style') ?? ''),
  ) as Record<string, string>
  const said = (name: string) => own[name] ?? element.getAttribute(name) ?? undefined
  for (const name of ['clip-path', 'mask', 'filter']) {
    if (![undefined, '', 'none'].includes(said(name))) left.add(name)
  }
  const paint = (name: 'fill' | 'stroke'): Paint | undefined => {
    const color = colourOf(said(name), around[name]?.color ?? 'none')
    if (color === undefined) left.add('gradient')
    const opacity = shareOf(said(`${name}-opacity`), around[name]?.opacity ?? 1)
    return color === 'none' ? undefined : { color: color ?? '#000000', opacity }
  }
  const wide = Number.parseFloat(said('stroke-width') ?? '')
  const moved = transformsIn(element.getAttribute('transform') ?? '')
  // Every shape is written with all of them.
  const isMuch = around.transforms.length + moved.length > MOST_TRANSFORMS
  if (isMuch) left.add('transform')
  return {
    transforms: isMuch ? around.transforms : [...around.transforms, ...moved],
    fill: paint('fill'),
    stroke: paint('stroke'),
    strokeWidth: Number.isFinite(wide) ? Math.max(0, wide) : around.strokeWidth,
    evenOdd: said('fill-rule') ? said('fill-rule') === 'evenodd' : around.evenOdd,
    opacity: around.opacity * shareOf(said('opacity'), 1),
    isHidden: said('display') === 'none' || said('visibility') === 'hidden',
  }
}

function shareOf(given: string | undefined, otherwise: number): number {
  const share = Number.parseFloat(given ?? '') / (given?.endsWith('%') ? 100 : 1)
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : otherwise
}

const named: Record<string, string> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  navy: '#000080',
  teal: '#008080',
  maroon: '#800000',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
  silver: '#c0c0c0',
  purple: '#800080',
  currentcolor: '#000000',
}

/** A colour as `#rrggbb`, or `none`; undefined where it is a gradient or nothing we know. */
function colourOf(given: string | undefined, otherwise: string): string | undefined {
  const colour = given?.trim().toLowerCase()
  if (colour === undefined || colour === '' || colour === 'inherit') return otherwise
  if (colour === 'none' || colour === 'transparent') return 'none'
  if (/^#[0-9a-f]{6}$/.test(colour)) return colour
  if (/^#[0-9a-f]{3}$/.test(colour)) return colour.replaceAll(/[0-9a-f]/g, '$&$&')
  const rgb = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/.exec(colour)?.slice(1)
  if (rgb?.every((part) => Number(part) <= 255)) {
    return `#${rgb.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
  }
  return Object.hasOwn(named, colour) ? named[colour] : undefined
}

function transformsIn(given: string): Matrix[] {
  return enclosed(given, '(', ')').flatMap(([before, inside]) => {
    const name = before
      .trim()
      .split(/[\s,]+/)
      .at(-1)!
    const numbers = inside
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const isSound = numbers.every((one) => Number.isFinite(one) && Math.abs(one) < 1e6)
    const matrices = isSound ? matricesOf(name, numbers) : []
    return matrices.filter((matrix) => matrix.length === 6)
  })
}

function matricesOf(name: string, numbers: number[]): Matrix[] {
  const [a = 0, b, c] = numbers
  const turn = (a * Math.PI) / 180
  const to = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y]
  if (name === 'matrix') return [numbers as Matrix]
  if (name === 'translate') return [to(a, b ?? 0)]
  if (name === 'scale') return [[a, 0, 0, b ?? a, 0, 0]]
  if (name === 'skewX') return [[1, 0, Math.tan(turn), 1, 0, 0]]
  if (name === 'skewY') return [[1, Math.tan(turn), 0, 1, 0, 0]]
  if (name !== 'rotate') return []
  const round: Matrix = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0]
  if (b === undefined || c === undefined) return [round]
  return [to(b, c), round, to(-b, -c)]
}
