import type { ChartTone } from './chart.ts'

/** The light colours of the style sheet, for files that stand alone; a test holds them together. */
export const sheetColors = {
  paper: '#ffffff',
  sunken: '#f1ece3',
  ink: '#20262a',
  muted: '#545c61',
  line: '#dcd5c9',
  edge: '#7a746b',
  'figure-1': '#0b6e78',
  'figure-2': '#b4541f',
  'figure-3': '#5a5fa8',
  'figure-4': '#8a6a00',
  'figure-5': '#9a3f74',
  'figure-6': '#55702b',
  'step-1': '#a8480f',
  'step-2': '#eab48a',
  'step-3': '#d9d6d0',
  'step-4': '#8cc3c8',
  'step-5': '#0b6e78',
}

export function colorOf(tone: ChartTone): string {
  if (tone === 'plain') return sheetColors.edge
  const name = tone.startsWith('step') ? tone : `figure-${tone}`
  return sheetColors[name as keyof typeof sheetColors]
}

/** About how wide words are in a common sans-serif; rather too wide, so that nothing collides. */
export const widthOf = (words: string, size: number) =>
  [...words].reduce((sum, sign) => sum + signWidth(sign), 0) * size

function signWidth(sign: string): number {
  if (/[ijl.,:;|!'’ ]/.test(sign)) return 0.32
  if (/[mwMW@—…%]/.test(sign)) return 0.92
  if (/[A-ZÅÄÖÆØ]/.test(sign)) return 0.72
  return sign.codePointAt(0)! > 0x2e80 ? 1.05 : 0.58
}

/** Breaks words into lines that fit; a word longer than a line is broken itself. */
export function wrapped(words: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(/\s+/).flatMap((one) => broken(one, size, width))) {
    const longer = line ? `${line} ${word}` : word
    if (line && widthOf(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line ? [...lines, line] : lines
}

function broken(word: string, size: number, width: number): string[] {
  const parts: string[] = []
  let part = ''
  for (const sign of word) {
    if (part && widthOf(part + sign, size) > width) {
      parts.push(part)
      part = sign
    } else part += sign
  }
  return [...parts, part]
}
