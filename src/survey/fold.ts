// What most keyboards write, with no space or dash twice, reads as it stands.
const itself = /^(?!.*( |-)\1)[ -~\u00c0-\u00ff]*$/

/**
 * A text as rules can read it: digits of any script as 0 to 9, spaces and dashes as one each, none
 * around a line break, signs that are not seen left out. `places` says where in the text each sign
 * of `plain` stands, where that is not the same place.
 */
export function fold(text: string): { plain: string; places?: number[] } {
  if (itself.test(text)) return { plain: text }
  const signs: string[] = []
  const places: number[] = []
  const known = new Map<string, string>()
  let at = 0
  for (const sign of text) {
    const seen = known.get(sign) ?? plainly(sign)
    known.set(sign, seen)
    const last = signs.at(-1)
    const again = (seen === ' ' || seen === '-') && (seen === last || `${last}${seen}` === '\n ')
    if (seen === '\n' && last === ' ') {
      signs.pop()
      places.pop()
    }
    if (seen && !again) {
      signs.push(seen)
      for (let unit = 0; unit < seen.length; unit++) places.push(at)
    }
    at += sign.length
  }
  return { plain: signs.join(''), places }
}

function plainly(sign: string): string {
  if (/[!-~]/.test(sign)) return sign
  if (/\p{Nd}/u.test(sign)) return digit(sign)
  if (/[\p{Zs}\t]/u.test(sign)) return ' '
  if (/[\p{Pd}\u2212]/u.test(sign)) return '-'
  if (/[\p{M}\p{Default_Ignorable_Code_Point}]/u.test(sign)) return ''
  const folded = sign.normalize('NFKC')
  return folded.length === 1 && !/\d/.test(folded) ? folded : sign
}

// Unicode keeps every script's ten digits in a row: the distance to the row's start is the value.
function digit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++
  return String(before % 10)
}
