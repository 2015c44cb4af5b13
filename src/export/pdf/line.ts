import { drawnOrder, isRightToLeft, type Run } from './reading-order.ts'

type Doc = PDFKit.PDFDocument

/** Given features, PDFKit lays all words at once, and lets the font turn them; else word by word. */
const settings = { lineBreak: false, features: [] }

/** A line in which words may go from right to left, in the font and size that are set. */
export function bidiLine(doc: Doc, line: string, rtl = isRightToLeft(line)) {
  const runs = drawnOrder(line, rtl).map(({ words }: Run) => ({
    words,
    wide: doc.widthOfString(words, settings),
  }))
  return {
    width: runs.reduce((sum, { wide }) => sum + wide, 0),
    draw(x: number, y: number) {
      let at = x
      for (const { words, wide } of runs) {
        doc.text(words, at, y, settings)
        at += wide
      }
    },
  }
}

/** Words in lines that are no wider, as far as single words are not. */
export function wrapped(doc: Doc, words: string, width: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && doc.widthOfString(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
