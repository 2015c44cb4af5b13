/** The colours and letters of the page, for a canvas. */
export interface Paint {
  ink: string
  muted: string
  line: string
  track: string
  font: string
  tone(name: string): string
}

export type Place = {
  canvas: HTMLCanvasElement
  /** in CSS pixels */
  width: number
  paint: Paint
  /** no motion */
  still: boolean
}

export function paintNow(on: 'screen' | 'paper'): Paint {
  const body = getComputedStyle(document.body)
  const font = body.fontFamily
  if (on === 'screen' && matchMedia('(forced-colors: active)').matches) {
    return { ...plain(body.color, body.backgroundColor), font }
  }
  const root = on === 'paper' ? lightTokens() : getComputedStyle(document.documentElement)
  const token = (name: string) => root.getPropertyValue(`--${name}`).trim()
  return {
    ink: token('ink'),
    muted: token('muted'),
    line: token('line'),
    track: token('sunken'),
    font,
    tone: (name) => token(name === 'plain' ? 'edge' : `figure-${name}`),
  }
}

/** What the reader's system forces, with the track as paper. */
const plain = (ink: string, paper: string) => ({
  ink,
  muted: ink,
  line: ink,
  track: paper,
  tone: () => ink,
})

/** Before printing the page still computes the screen's colours, so they are read at the source. */
function lightTokens(): CSSStyleDeclaration {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSStyleRule && rule.style.getPropertyValue('--paper')) return rule.style
    }
  }
  return getComputedStyle(document.documentElement)
}
