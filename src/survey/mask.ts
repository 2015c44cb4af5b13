import { fold } from './fold.ts'

export type Masked = 'personal-number' | 'telephone' | 'email'

interface Span {
  from: number
  to: number
  kind: Masked | 'kept'
}

const words: Record<Masked, string> = {
  'personal-number': '[personnummer]',
  telephone: '[telefon]',
  email: '[e-post]',
}

/** Whether something was taken out of what someone wrote. */
export const isMasked = (answers: unknown[]) =>
  answers.some((one) => Object.values(words).some((word) => String(one).includes(word)))

// Letters and punctuation alone hold neither number nor address; most texts are looked at no longer.
const harmless = /^(?!.*(?:snabel|krølle))[\s!-'*-/:;=?A-Za-z\\^_`|~\u00a1-\u00ac\u00ae-\u00ff]*$/is

/** Replaces personal numbers, telephone numbers and e-mail addresses by words that say so. */
export function mask(text: string): { text: string; masked: Masked[] } {
  if (harmless.test(text)) return { text, masked: [] }
  const addresses = cover(text, emails)
  const all = cover(addresses.text, numbers)
  return { text: all.text, masked: [...new Set([...addresses.masked, ...all.masked])].sort() }
}

function cover(text: string, find: (plain: string) => Span[]): { text: string; masked: Masked[] } {
  const { plain, places } = fold(text)
  const masked: Masked[] = []
  let written = ''
  let at = 0
  for (const { from, to, kind } of find(plain)) {
    if (kind === 'kept') continue
    written += text.slice(at, places ? places[from] : from) + words[kind]
    at = places ? (places[to] ?? text.length) : to
    masked.push(kind)
  }
  return { text: written + text.slice(at), masked }
}

const { raw } = String
const signs = raw`[\p{L}\p{N}_.+%&'=~-]+`
const local = raw`(?=[.+%&'=~-]*[\p{L}\p{N}_])${signs}`
const label = raw`[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*`
const first = raw`(?=[\d.-]*\p{L})${label}`
const bracketed = (word: string) => raw` ?[(\[{<] ?(?:${word}) ?[)\]}>] ?`
const dot = bracketed('dot|punkt|punktum|prick')
const point = raw`(?:\.|${dot}| (?:dot|punkt|punktum|prick) )`
const curl = '(?:snabel|krølle)[- ]?a'
const host = [
  raw`@${first}(?:${point}${label})*`,
  raw`(?: ?@ ?|${bracketed(`at|@|${curl}`)}| ${curl} )${first}(?:${point}${label})+`,
  raw`${bracketed('a')}${first}(?:\.${label})+`,
].join('|')
// A run of signs is always consumed whole, address or not, which keeps the search linear.
const address = new RegExp(`(${local}(?:${dot}${local}){0,4})(?:${host})|${signs}`, 'giu')

// No address is without one of these, and the search for addresses costs most.
const sign = /[@([{<]|snabel|krølle/i

function emails(plain: string): Span[] {
  const spans: Span[] = []
  if (!sign.test(plain)) return spans
  for (const { 0: whole, 1: name = '', index } of plain.matchAll(address)) {
    const lead = name.search(/[\p{L}\p{N}_]/u)
    if (name) spans.push({ from: index + lead, to: index + whole.length, kind: 'email' })
  }
  return spans
}

// Rules take whole groups of digits, and what follows a number can keep it but never mask it:
// so what one masking leaves, the next leaves too.
function numbers(lines: string): Span[] {
  const plain = lines.replaceAll(/(?<!\n)\n(?!\n)/g, ' ')
  const spans: Span[] = []
  for (let at = 0; at < plain.length;) {
    const found = personal(plain, at) ?? number(plain, at, lines)
    spans.push(...found)
    at = found.at(-1)?.to ?? at + length(/\d+|\D[^\d+(]*/y, plain, at)
  }
  return spans
}

function match(rule: RegExp, plain: string, at: number): RegExpExecArray | null {
  rule.lastIndex = at
  return rule.exec(plain)
}

function length(rule: RegExp, plain: string, at: number): number {
  return match(rule, plain, at)?.[0].length ?? 0
}

const century = '(?:18|19|20)'
const year = raw`${century}\d\d`
const month = '(?:0[1-9]|1[0-2])'
const day = raw`(?:[06][1-9]|[1278]\d|[39][01])`
const monthday = raw`(?:0[1-9]|[12]\d|3[01])`
const iso = raw`${year}-${month}-${monthday}(?!\d)`
const split = '(?:0 [1-9]|1 [0-2])'
const birth = [
  raw`(?:${century} ?)?\d\d(?:${month}|( ?[-./] ?| )${month}\1)${day}`,
  raw`${day}(?:${month}|( ?[-./] ?| )${month}\2|/${month}-)${century}?\d\d`,
  raw`${year}[ -]${month}${day}`,
  raw`(?!0)(?:\d\d${split}${day}|${day}${split}\d\d)`,
].join('|')
const close = raw`(?:\p{L}|\d(?!\d))(?!\p{L})`
const last = [
  raw`(?!\d\d )(?<gap> ?[-+] ?|[./_ ]?)(?<four>\d{4}|\d\d \d\d)(?!\d)`,
  raw`(?:[-+]|[./_]?(?=\p{L}))(?=[\p{L}\d]{0,3}\d)[\p{L}\d]{3}${close}`,
  raw` ?[-+]? ?\p{L}\d\d${close}`,
].join('|')
// Ten digits from 070 on fit a birthday as well, but are nearly always a Swedish mobile.
const personalNumber = new RegExp(raw`(?!070\d{7}(?!\d))(?:${birth})(?:${last})`, 'uy')

function personal(plain: string, at: number): Span[] | undefined {
  const hit = match(personalNumber, plain, at)
  if (!hit) return
  const to = at + hit[0].length
  const { gap = '', four = '' } = hit.groups ?? {}
  const from = to - four.length
  const other = four && another(plain, from, to, `${gap}${four}`.includes(' '))
  if (!other) return [{ from: at, to, kind: 'personal-number' }]
  return [...number(plain.slice(0, from), at), other]
}

// What stands after a date may be another date, opening hours, a telephone number or a price.
function another(plain: string, from: number, to: number, spaced: boolean): Span | undefined {
  const kept: Span = { from, to: from, kind: 'kept' }
  if (match(date, plain, from)) return kept
  if (!spaced) return
  if (match(unit, plain, to)) return kept
  const next = number(plain, from).find((span) => span.to > to)
  return next?.kind === 'kept' ? kept : next
}

// A number with an area code may be broken over two lines; without one, lines are a list.
function number(plain: string, at: number, lines = plain): Span[] {
  const called = telephone(abroad, plain, at)
  const kept = called ? 0 : length(date, plain, at) || length(range, plain, at)
  const size = called || kept || telephone(withArea, plain, at) || telephone(bare, lines, at)
  if (!size) {
    const grouped = length(thousands, lines, at)
    return grouped ? [{ from: at, to: at + grouped, kind: 'kept' }] : []
  }
  const to = at + size
  return [{ from: at, to, kind: kept || match(unit, plain, to) ? 'kept' : 'telephone' }]
}

function telephone(rules: Rule[], plain: string, at: number): number {
  for (const { shape, least, most } of rules) {
    const hit = match(shape, plain, at)
    const size = hit && reach(hit[0], hit.groups?.['lead']?.length ?? 0, least, most)
    if (size) return size
  }
  return 0
}

// The longest beginning, cut between groups of digits, that has so many digits.
function reach(hit: string, lead: number, least: number, most: number): number {
  let digits = 0
  let size = 0
  for (const { 0: group, index } of hit.slice(lead).matchAll(/\d+/g)) {
    digits += group.length
    if (digits > most) break
    if (digits >= least) size = lead + index + group.length
  }
  return size
}

interface Rule {
  shape: RegExp
  least: number
  most: number
}

function rule(shape: string, least: number, most: number = least): Rule {
  return { shape: new RegExp(shape, 'uy'), least, most }
}

const more = raw`\d{1,15}(?!\d)(?:(?:[ ./-]| - |- )\d{1,14}(?!\d)){0,7}`
const out = raw`(?:\((?=[+\d ]{2,6}\)))?(?:\+ ?|00)`
const abroad = [
  rule(raw`(?<lead>(?:${out}|(?=46[ -]?7\d[ -]))46\)?[ -]?(?:\(0\)|0)?[ -]?)${more}`, 7, 9),
  rule(raw`(?<lead>${out}45\)?[ -]?)${more}`, 8),
  rule(raw`(?<lead>${out})(?=[1-9])(?:\d{1,4}\)? ?\(\d{1,5}\)[ -]?|\d{1,3}\)[ -]?)?${more}`, 8, 15),
]
const area = raw`(?:\(0[1-9]\d{0,2}\) ?|(?:08|0[1-9]\d{1,7})(?: ?[-/] ?|[ .]))`
const hours = raw`08\D\d\d\D\d{4}(?!\d)`
const withArea = [
  rule(
    raw`(?!${hours})${area}\d{2,8}(?!\d)(?:([ .-])\d{2,4}(?!\d)(?:\1\d{2,4}(?!\d)){0,2})?`,
    8,
    10,
  ),
]
const bare = [
  rule(raw`\d\d([ .-])\d\d(?:\1\d\d){2,}(?!\d)`, 8, Infinity),
  rule(raw`\d{4}(?:-\d{4}|(?: (?!0[1-9]\d\d \d\d \d\d(?!\d))\d{4})+)(?!\d)`, 8, Infinity),
  rule(raw`\d{4}(?: \d\d){2,}(?!\d)`, 8, Infinity),
  rule(raw`\d\d \d\d (?!${iso})\d{4}(?!\d)`, 8),
  rule(raw`\d{3} (?!\d?00)\d{3}(?: \d\d)+(?!\d)`, 8, Infinity),
  rule(raw`7\d[ -]\d{3} \d\d \d\d(?!\d)`, 9),
  rule(raw`\d{3}-\d{3}-\d{4}(?!\d)`, 10),
  rule(raw`\d{8,11}(?!\d)`, 8, 11),
]

const date = new RegExp(
  raw`(?:${year}(?:${month}${monthday}|([-./ ])[01]?\d\1[0-3]?\d)|` +
    raw`[0-3]?\d[-./ ] ?[01]?\d[-./ ] ?(?!${iso})${year})(?!\d)`,
  'y',
)
const clock = raw`(?:[01]\d|2[0-4])[0-5][05]`
const ranges = [
  raw`${year}(?:[- ]${year})+|${year}-\d{4}`,
  raw`${clock}-${clock}|(?=0)${clock} ${clock}`,
  raw`\d\d[05]0-\d\d[05]0`,
].join('|')
const range = new RegExp(raw`(?:${ranges})(?!\d)`, 'y')
const zone = raw`0[1-9]\d?(?:-| \d{2,3} \d\d(?!\d))`
const thousands = new RegExp(
  raw`[1-9]\d{0,2}([ .])(?!${zone})\d{3}(?:\1(?!${zone})\d{3})*(?!\d)`,
  'y',
)
const units =
  'kr|mkr|tkr|kronor|kroner|sek|dkk|euro?|personer|invånare|indbyggere|borgere|procent|[%€$]|:-|,-'
const unit = new RegExp(raw`(?:,\d{0,2})? ?(?:${units})(?!\p{L})`, 'iuy')
