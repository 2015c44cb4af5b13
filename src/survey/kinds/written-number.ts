const SIGN = /^[-\u2010-\u2013\u2212]/

/** Between other digits they would make one number of two: "5 10". */
const BETWEEN_GROUPS = /(?<=\p{Nd})[\s'’](?=\p{Nd}{3}(?!\p{Nd}))/gu
const BESIDE_SIGN = /(?<=^-)\s+/

/** Three digits behind one kind of sign each time: 1.000, 12,500 or 1.000.000. */
const grouped = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*(?!\1?\d)/

/**
 * A number as people write it, in plain digits with a dot; undefined where it is none. Comma and
 * dot both part off decimals, since keyboards offer now one, now the other. Followed by just three
 * digits they part off thousands: nobody is asked for three decimals.
 */
export function readNumber(words: string, units: string[]): string | undefined {
  const bare = withoutUnit(words.trim(), units)
    .trim()
    .replace(SIGN, '-')
    .replace(BESIDE_SIGN, '')
    .replace(BETWEEN_GROUPS, '')
  const sign = bare.startsWith('-') ? '-' : ''
  const digits = westernDigits(bare.slice(sign.length))
  const parts = /^(\d+)(?:[.,](\d+))?$/.exec(withoutGroups(digits))
  if (!parts) return undefined
  const [, whole, rest = ''] = parts
  const decimals = rest.replace(/0+$/, '')
  const plain = `${Number(whole)}${decimals && `.${decimals}`}`
  return plain === '0' ? plain : sign + plain
}

export const decimalsIn = (plain: string) => plain.split('.')[1]?.length ?? 0

/** Who writes "15 minuter" means 15. */
function withoutUnit(words: string, units: string[]): string {
  const lower = words.toLowerCase()
  const unit = units.find((one) => one !== '' && lower.endsWith(one.toLowerCase()))
  return unit ? words.slice(0, -unit.length).trim() : words
}

/** Of a number that begins with 0 the three digits are decimals. */
function withoutGroups(digits: string): string {
  if (digits.startsWith('0')) return digits
  return digits.replace(grouped, (groups) => groups.replace(/[.,]/g, ''))
}

/** Arabic and Persian digits, and their decimal sign, as western ones. */
const westernDigits = (digits: string) =>
  digits
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replaceAll('\u066b', ',')
    .replaceAll('\u066c', '')
