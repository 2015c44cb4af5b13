import type { Element } from '@xmldom/xmldom'

const LONGEST_PATH = 100_000

/** The outline of a shape as a path; undefined where it has none that can be drawn. */
export function pathOf(name: string, element: Element): string | undefined {
  const at = (attribute: string) => {
    const number = Number.parseFloat(element.getAttribute(attribute) ?? '0')
    return Number.isFinite(number) ? number : 0
  }
  if (name === 'path') return sound(element.getAttribute('d') ?? '')
  if (name === 'line') return `M${at('x1')} ${at('y1')}L${at('x2')} ${at('y2')}`
  if (name === 'circle') return ellipse(at('cx'), at('cy'), at('r'), at('r'))
  if (name === 'ellipse') return ellipse(at('cx'), at('cy'), at('rx'), at('ry'))
  if (name === 'rect') {
    const round = at('rx') || at('ry')
    return rect(at('x'), at('y'), at('width'), at('height'), round)
  }
  const points = numbersIn(element.getAttribute('points') ?? '')
  if (!points || points.length < 4) return undefined
  const [x, y, ...rest] = points
  return `M${x} ${y}L${rest.join(' ')}${name === 'polygon' ? 'Z' : ''}`
}

/** How many numbers each command of a path takes. */
const takes: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }

const aNumber = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`

/** A path written anew, command by command, where every command has its numbers. */
function sound(given: string): string | undefined {
  if (given.length > LONGEST_PATH || !/^[\s,\d.+\-eEMmLlHhVvCcSsQqTtAaZz]*$/.test(given)) {
    return undefined
  }
  const commands = given.match(/[a-df-z][^a-df-z]*/gi) ?? []
  if (!/^\s*m/i.test(given)) return undefined
  const written = commands.map((command) => {
    const letter = command[0]!
    const most = takes[letter.toLowerCase()]!
    const numbers = most === 7 ? arcsIn(command.slice(1)) : numbersIn(command.slice(1))
    const fits =
      numbers &&
      (most === 0 ? numbers.length === 0 : numbers.length > 0 && numbers.length % most === 0)
    return fits ? letter + numbers.join(' ') : undefined
  })
  return written.every((one) => one !== undefined) ? written.join('') : undefined
}

function numbersIn(text: string): number[] | undefined {
  const numbers = text.match(new RegExp(aNumber, 'gi')) ?? []
  const rest = text.replaceAll(new RegExp(aNumber, 'gi'), '')
  if (/[^\s,]/.test(rest)) return undefined
  const all = numbers.map(Number)
  return all.every((one) => Math.abs(one) < 1e7) ? all : undefined
}

/**
 * Flags of an arc may stand without anything between them: `a1 1 0 01.5.5`. Read one by one, since
 * a pattern for all seven would try every way to share out a long number among them.
 */
function arcsIn(text: string): number[] | undefined {
  const [gap, number, flag] = [/[\s,]*/y, new RegExp(aNumber, 'iy'), /[01]/y]
  const parts = [number, number, number, flag, flag, number, number]
  let at = 0
  const take = (part: RegExp) => {
    part.lastIndex = at
    const found = part.exec(text)?.[0]
    at += found?.length ?? 0
    return found
  }
  const all: number[] = []
  for (take(gap); at < text.length; take(gap)) {
    const found = take(parts[all.length % parts.length]!)
    if (found === undefined) return undefined
    all.push(Number(found))
  }
  return all.every((one) => Math.abs(one) < 1e7) ? all : undefined
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string | undefined {
  if (rx <= 0 || ry <= 0) return undefined
  const half = (way: number) => `a${rx} ${ry} 0 1 0 ${way * 2 * rx} 0`
  return `M${cx - rx} ${cy}${half(1)}${half(-1)}Z`
}

function rect(x: number, y: number, width: number, height: number, given: number) {
  if (width <= 0 || height <= 0) return undefined
  const r = Math.min(Math.max(0, given), width / 2, height / 2)
  if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}Z`
  const [w, h] = [width - 2 * r, height - 2 * r]
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
  return `M${x + r} ${y}h${w}${corner(r, r)}v${h}${corner(-r, r)}h${-w}${corner(-r, -r)}v${-h}${corner(r, -r)}Z`
}
