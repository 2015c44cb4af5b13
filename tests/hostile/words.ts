/** Words that a careless page, file or letter would take for something else than words. */
const seeds = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example></sCrIpT>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)' x='",
  '" autofocus onfocus="alert(1)" y="',
  '</textarea><svg/onload=alert(1)>',
  '</title></style></script><iframe srcdoc="<b>">',
  '<!--<plaintext>',
  '-->]]><![CDATA[<b>',
  '&lt;b&gt; &amp;amp; &#60;b&#62; &colon;',
  'javascript:alert(1)//',
  'data:text/html,<b>',
  '{{count}} {{- organisation }} $t(send)',
  '${7*7} #{7*7} <%= 7*7 %> {% x %} @(7)',
  '__proto__ constructor toString',
  '\u202egnp.exe\u202c \u2066a\u2069 \u200f',
  'nu\0ll \u0007\u001b[31m \u009b31m',
  'ensam \ud800 och \udfff',
  '=HYPERLINK("http://evil.example";"x")',
  "+1+cmd|'/c calc'!A1",
  '@SUM(1+1)*cmd -2+3',
  '\tTab =1',
  'Hej\r\nX-Evil: 1\r\n\r\nText',
  'Hej%0d%0aSet-Cookie:%20a=b',
  'Hej\u2028Rad\u2029Stycke\u0085Rad',
  '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 é́́́ Z͑ͫ̓ͪ̂ͫ',
  '\u00a0\u2003\u3000inne\u200b i\ufeff mitt\u00a0',
  '../../../etc/passwd\\..\\win.ini',
  '/office/sign-out?x=1#y',
  "Robert'); DROP TABLE surveys;--",
  "' OR '1'='1",
  '%s%n%x %d {0} %1$s',
  'NULL nil undefined NaN [object Object]',
  'Ås/öst, "citat"; semikolon|rör',
  '```\n# rubrik\n- [x](javascript:alert(1))',
  'العربية مع <b>English</b> و ١٢٣',
  '\\u003cscript\\u003e \\x3cb\\x3e',
  '- *alias\n& anchor: !!js/function "x"',
  '~ 0x1F yes: no # kommentar',
]

type Random = () => number

/** A hostile string that is not empty, of at most so many characters. */
export function hostile(random: Random, longest: number): string {
  const pick = () => seeds[Math.floor(random() * seeds.length)]!
  const kind = random()
  if (kind < 0.05) return 'Långtordutanmellanslag'.repeat(99).slice(0, longest)
  if (kind < 0.12) return `x${anything(random, Math.min(longest, 30) - 1)}`
  const parts = [pick(), ...(random() < 0.5 ? [pick()] : [])]
  const cut = Math.floor(random() * 4)
  return parts.join(' ').slice(cut).slice(0, longest) || 'x'
}

const anything = (random: Random, length: number) =>
  Array.from({ length }, () => String.fromCharCode(Math.floor(random() ** 3 * 0xffff))).join('')

/** The same string with nothing in it that means anything to a page: as long, as many words. */
export const tame = (words: string) =>
  words.replaceAll(/[^\p{L}\p{N}\s\p{Cc}\p{Surrogate}]/gu, (letter) => 'x'.repeat(letter.length))
