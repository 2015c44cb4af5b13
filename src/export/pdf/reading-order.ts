/** Words of a line that are set in one direction. */
export interface Run {
  words: string
  direction: 'ltr' | 'rtl'
}

type Class = 'L' | 'R' | 'number' | 'neutral'

/**
 * The runs of a line as they stand from left to right. PDFKit shapes letters but draws words in the
 * order they are given, so this is the part of Unicode's bidirectional algorithm that names, numbers
 * and marks among words from right to left need.
 */
export function drawnOrder(line: string, rtl: boolean): Run[] {
  const letters = [...line]
  const classes = resolved(letters, rtl ? 'R' : 'L')
  const runs: (Run & { level: number })[] = []
  for (const [index, letter] of letters.entries()) {
    const level = levelOf(classes[index]!, rtl)
    const last = runs.at(-1)
    if (last?.level === level) last.words += letter
    else runs.push({ words: letter, level, direction: level === 1 ? 'rtl' : 'ltr' })
  }
  return turnedAt(turnedAt(runs, 2), 1).map(({ words, direction }) => ({
    words: direction === 'rtl' ? mirrored(words) : words,
    direction,
  }))
}

/** Whether words begin at the right: by most of their letters, as sentences may begin with a quotation. */
export function isRightToLeft(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? []
  return letters.filter((letter) => classOf(letter) === 'R').length > letters.length / 2
}

/** Numbers belong to what is before them, marks to what they stand between. */
function resolved(letters: string[], base: 'L' | 'R'): Class[] {
  const classes: Class[] = []
  // A mark over or under a letter goes where its letter goes.
  for (const letter of letters) {
    const isMark = /\p{M}/u.test(letter)
    classes.push((isMark && classes.at(-1)) || classOf(letter))
  }
  const withNumbers = classes.map((own, index) => {
    const [before, after] = [classes[index - 1], classes[index + 1]]
    const joins =
      before === 'number' && after === 'number' && /[-+.,:/\u00a0]/.test(letters[index]!)
    const percent = letters[index] === '%' && (before === 'number' || after === 'number')
    return joins || percent ? 'number' : own
  })
  let strong: Class = base
  const strongly = withNumbers.map((own) => {
    if (own === 'L' || own === 'R') strong = own
    return own === 'number' && strong === 'L' ? 'L' : own
  })
  const side = (own: Class | undefined) => (own === 'number' ? 'R' : (own ?? base))
  return strongly.map((own, index) => {
    if (own !== 'neutral') return own
    const before = strongly.slice(0, index).findLast((one) => one !== 'neutral')
    const after = strongly.slice(index).find((one) => one !== 'neutral')
    return side(before) === side(after) ? side(before) : base
  })
}

function classOf(letter: string): Class {
  // Arabic signs for decimals and thousands belong to their number.
  if (/[\u066b\u066c]/.test(letter)) return 'number'
  if (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter) && !/\p{Nd}/u.test(letter)) return 'R'
  if (/\p{L}/u.test(letter)) return 'L'
  return /\p{Nd}/u.test(letter) ? 'number' : 'neutral'
}

const levelOf = (own: Class, rtl: boolean) => (own === 'R' ? 1 : own === 'L' && !rtl ? 0 : 2)

/** Turns each row of neighbours that lie so deep. */
function turnedAt<T extends { level: number }>(runs: T[], deep: number): T[] {
  const turned: T[] = []
  let row: T[] = []
  for (const run of runs) {
    if (run.level >= deep) row.unshift(run)
    else {
      turned.push(...row, run)
      row = []
    }
  }
  return [...turned, ...row]
}

const pairs = '()[]«»‹›<>'

/** Letters as they look in a line from right to left: each of a pair as the other. */
const mirrored = (words: string) =>
  [...words]
    .map((letter) => {
      const at = pairs.indexOf(letter)
      return at < 0 ? letter : pairs[at % 2 === 0 ? at + 1 : at - 1]
    })
    .join('')
