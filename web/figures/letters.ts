/** Breaks words into lines that fit; a word longer than a line is broken itself. */
export function wrap(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const fits = (line: string) => context.measureText(line).width <= width
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    line = word
    while (!fits(line) && line.length > 1) {
      const end = longest(line, fits)
      lines.push(line.slice(0, end))
      line = line.slice(end)
    }
  }
  return line ? [...lines, line] : lines
}

function longest(word: string, fits: (part: string) => boolean): number {
  let end = 1
  while (end < word.length && fits(word.slice(0, end + 1))) end += 1
  return end
}
