import { DOMParser, type Element } from '@xmldom/xmldom'
import { type Look, lookFrom, rulesIn, startLook } from './logo-look.ts'
import { pathOf } from './logo-shapes.ts'
import type { Drawing, Paint, Shape } from './survey/color/drawing.ts'

export type SvgFault = 'xml' | 'doctype' | 'size' | 'nothing' | 'many'

const MOST_SHAPES = 2000
const DEEPEST = 40
const SVG = 'http://www.w3.org/2000/svg'

const shapes = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'])
/** They hold no picture of their own, so that nobody misses them. */
const unseen = new Set(['title', 'desc', 'metadata', 'defs', 'style', 'sodipodi:namedview'])

/**
 * A logo's shapes, with what of it was left out. Only what is named here is read, and the file is
 * written anew from it: scripts, links, pictures within and foreign words have no way through.
 */
export function drawingIn(
  text: string,
): { drawing: Drawing; left: string[] } | { fault: SvgFault } {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return { fault: 'doctype' }
  const root = rootOf(text)
  if (root?.localName !== 'svg' || root.namespaceURI !== SVG) return { fault: 'xml' }
  const box = boxOf(root)
  if (!box) return { fault: 'size' }
  const rules = rulesIn(root)
  const found: Shape[] = []
  const left = new Set<string>()
  const walk = (element: Element, around: Look, depth: number) => {
    const name = element.localName ?? ''
    if (element.namespaceURI !== SVG || unseen.has(name)) return
    const look = lookFrom(element, around, rules, left)
    if (look.isHidden) return
    if (shapes.has(name)) {
      const path = pathOf(name, element)
      if (path) found.push(shapeOf(path, look))
    } else if (['svg', 'g'].includes(name) && depth < DEEPEST) {
      for (const child of element.childNodes) {
        if (child.nodeType === child.ELEMENT_NODE) walk(child as Element, look, depth + 1)
      }
    } else left.add(name)
  }
  walk(root, startLook, 0)
  if (found.length > MOST_SHAPES) return { fault: 'many' }
  const visible = found.filter(({ fill, stroke }) => fill ?? stroke)
  if (visible.length === 0) return { fault: 'nothing' }
  return { drawing: { ...box, shapes: visible }, left: [...left].toSorted() }
}

function rootOf(text: string): Element | undefined {
  try {
    const onError = (level: string) => {
      if (level !== 'warning') throw new SyntaxError(level)
    }
    const parser = new DOMParser({ onError })
    return (
      parser.parseFromString(text.replace(/^\ufeff/, ''), 'image/svg+xml').documentElement ??
      undefined
    )
  } catch {
    return undefined
  }
}

/** What of its plane the drawing shows: by its view box, or else from the corner as large as it says. */
function boxOf(root: Element): Omit<Drawing, 'shapes'> | undefined {
  const box = (root.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const sides = ['width', 'height'].map((name) => Number.parseFloat(root.getAttribute(name) ?? ''))
  const [x, y, width, height] = box.length === 4 ? box : [0, 0, ...sides]
  const all = [x!, y!, width!, height!]
  if (!all.every((one) => Number.isFinite(one) && Math.abs(one) < 1e6)) return undefined
  if (width! < 0.1 || height! < 0.1) return undefined
  const slim = Math.max(width! / height!, height! / width!)
  return slim > 20 ? undefined : { x: x!, y: y!, width: width!, height: height! }
}

function shapeOf(path: string, look: Look): Shape {
  const { transforms, fill, stroke, strokeWidth, evenOdd, opacity } = look
  const paint = (one: Paint | undefined) =>
    one && one.opacity * opacity > 0 ? { ...one, opacity: one.opacity * opacity } : undefined
  const [inside, line] = [paint(fill), strokeWidth > 0 ? paint(stroke) : undefined]
  return {
    transforms,
    path,
    ...(inside && { fill: inside }),
    ...(line && { stroke: line }),
    strokeWidth,
    evenOdd,
  }
}

/** The drawing as a file of ours: nothing in it that was not read as a number or a colour. */
export function svgOf({ x, y, width, height, shapes: all }: Drawing): string {
  const paths = all.map(({ transforms, path, fill, stroke, strokeWidth, evenOdd }) => {
    const moved = transforms.map((matrix) => `matrix(${matrix.join(' ')})`).join(' ')
    const attributes = [
      ['d', path],
      ['transform', moved],
      ['fill', fill?.color ?? 'none'],
      ['fill-opacity', fill && fill.opacity < 1 ? fill.opacity : ''],
      ['fill-rule', evenOdd ? 'evenodd' : ''],
      ['stroke', stroke?.color ?? ''],
      ['stroke-opacity', stroke && stroke.opacity < 1 ? stroke.opacity : ''],
      ['stroke-width', stroke ? strokeWidth : ''],
    ].filter(([, value]) => value !== '')
    return `<path ${attributes.map(([name, value]) => `${name}="${value}"`).join(' ')}/>`
  })
  const box = [x, y, width, height].join(' ')
  return `<svg xmlns="${SVG}" viewBox="${box}" width="${width}" height="${height}">${paths.join('')}</svg>\n`
}
