import { randomInt } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mask, type Masked } from '../../src/survey/mask.ts'
import { runs } from '../random.ts'

const P = '[personnummer]'
const T = '[telefon]'
const E = '[e-post]'
const kinds: Record<string, Masked> = { [P]: 'personal-number', [T]: 'telephone', [E]: 'email' }

const list = (rows: string) => rows.trim().split(/\s*[|\n]\s*/)

const alone = {
  [P]: list(`
    850101-1234 | 850101+1234 | 19850101-1234 | 198501011234 | 8501011234 | 19850191-1234
    850161-1234 | 850101-T123 | 19850101-R23K | 850101-tf12 | 19850101T123 | 850101 T123
    850101\u20111234 | 850101–1234 | 850101\u22121234 | 850101 1234 | 850101   1234
    850101 - 1234 | 850101\u00a01234 | 850101\u200b-1234 | 850101.1234 | 1985-01-01-1234
    85 01 01 1234 | 19 85 01 01 - 1234 | 1985.01.01-1234 | 1985/01/01 1234 | 19850101 12 34
    1985 0101 1234 | 850 101-1234 | 010185-1234 | 0101851234 | 010185 1234 | 610185-1234
    01 01 85 1234 | 01.01.85-1234 | 01/01-85 1234 | 01-01-1985-1234 | 010119851234
    850101--1234 | 850101\t1234 | 850101 + 1234 | 310299-4AB1 | ٨٥٠١٠١-١٢٣٤ | ８５０１０１－１２３４ | 19८५०१०१-१२३४ | 𝟠𝟝𝟘𝟙𝟘𝟙-𝟙𝟚𝟛𝟜`),
  [T]: list(`
    070-123 45 67 | 0701234567 | 08-123 456 78 | 0586-123 45 | (0586) 123 45 | 070 - 123 45 67
    070/123 45 67 | 070-123-45-67 | 070.123.45.67 | 0701-23 45 67 | 070 123 4567 | 019-12 34 56
    019-123456 | 70 123 45 67 | 0586-1234 | +46 70 123 45 67 | 0046701234567 | +46 (0)70-1234567
    (+46) 70 123 45 67 | 46701234567 | 46 70 123 45 67 | 12 34 56 78 | 12345678 | 1234 5678
    +45 12 34 56 78 | 0045 12345678 | +4512345678 | (0045) 12345678 | 0045 1230 5678
    1234-5678 | 12-34-56-78 | 12.34.56.78 | 1234 56 78 | 12 34 5678 | 1234 0567 | 1315 0915
    2024 1234 | 123 456 78 | 31082026 | 20240839 | +47 22 33 44 55 | 0047 22334455 | +1 (212) 555-1234
    212-555-1234 | +358401234567 | 5561234567 | +46 1234567890 | +45123456789
    (+47) 22 33 44 55 | +46 70 - 123 45 67 | 0701 2345 67
    ٠٧٠-١٢٣ ٤٥ ٦٧ | １２ ３４ ５６ ７８ | 070–123 45 67 | 070\u00a0123\u202f45 67 | 0️7️01234567`),
  [E]: list(`
    anna@exempel.se | ANNA.B+enkät@Mail.Exempel.SE | åsa.öberg@björk.se | søren@æble.dk
    anna (at) exempel.se | anna [at] exempel.se | anna(snabel-a)example.se | bo(a)x.dk
    anna(at)exempel(dot)se | anna [dot] b [at] exempel [punkt] se | anna @ exempel.se
    anna snabel-a exempel punkt se | anna＠exempel．se | anna@gmail | a\u030asa@x.se | a@x-y.se
    850101-1234@exempel.se | 0701234567@exempel.se | anna@0701234567.se | anna (AT) exempel.se`),
}

const sentences: [string, string][] = [
  ['Jag, 850101-1234, nås på 070-123 45 67, a@b.se.', `Jag, ${P}, nås på ${T}, ${E}.`],
  ['070-123 45 67, 850101-1234', `${T}, ${P}`],
  ['850101-1234 9490 Pandrup', `${P} 9490 Pandrup`],
  ['850101-123K5', `${P}5`],
  ['-(at)anna@x.se', `-(at)${E}`],
  ['1985 04 70.26 01 1985-13 87', `${T}.${P}`],
  ['850101 2012-1012-1234', `850101 ${P}`],
  ['+46 (0)70-123 45 67 12', `${T} 12`],
  ['13 70 2065-02-63-79-08 12-3', `${T}-${T} 12-3`],
  ['9490 0701 23 45 67', `9490 ${T}`],
  ['nr 1 200 070-123 45 67', `nr 1 200 ${T}`],
  ['12345678 kreativa', `${T} kreativa`],
  ['CPR010185-1234 tlf.12345678!', `CPR${P} tlf.${T}!`],
  ['"850101-1234"/"850101–1234"', `"${P}"/"${P}"`],
  ['070-123 45 67\n08-123 456 78\r\n12 34 56 78', `${T}\n${T}\r\n${T}`],
  ['(070-123 45 67) (a@x.se), <bo@y.dk>; mailto:c@z.se?', `(${T}) (${E}), <${E}>; mailto:${E}?`],
  ['Öppet 8-17 0586-123 45 08-17, 691 50', `Öppet 8-17 ${T} 08-17, 691 50`],
  ['2024-08-31 070-123 45 67', `2024-08-31 ${T}`],
  ['2024-08-31 0586-123 45', `2024-08-31 ${T}`],
  ['2024 08 31 12 34 56 78', `2024 08 31 ${T}`],
  ['850101 12 34 56 78', `850101 ${T}`],
  ['+46 70 123 45 67 2024, +45 12 34 56 78 12', `${T} 2024, ${T} 12`],
  ['kl 8-12 1985-01-01-1234', `kl 8-12 ${P}`],
  ['12 12 1985-01-01-1234', `12 12 ${P}`],
  ['2021 2022 0701 23 45 67', `2021 2022 ${T}`],
  ['nr 5 070 123 45 67', `nr 5 ${T}`],
  ['100 000 12 34 56 78', `100 000 ${T}`],
  ['1234 12 34 56 78', T],
  ['850101-1234¹ och 850101-1234år', `${P}¹ och ${P}år`],
  ["'anna@x.se' eller -bo@y.se...", `'${E}' eller -${E}...`],
  ['Följ @anna@social.se', `Följ @${E}`],
]

/** `¶` stands for a line break. */
const broken: [string, string][] = [
  ['Jag, 850101-¶1234.', `Jag, ${P}.`],
  ['Jag, 850101¶-1234.', `Jag, ${P}.`],
  ['Jag, 850101 ¶1234.', `Jag, ${P}.`],
  ['1985¶0101-1234', P],
  ['1985-01-01¶1234', P],
  ['CPR 010185-¶ 1234', `CPR ${P}`],
  ['070-¶123 45 67', T],
  ['070-123¶45 67', T],
  ['0586 - ¶123 45', T],
  ['+46 70-¶123 45 67', T],
  ['+45 12 34¶56 78', T],
  ['070-123 45 67¶¶08-123 456 78', `${T}¶¶${T}`],
  ['070-123 45 67 ¶12 personer', `${T}¶12 personer`],
]

const lines = list(`
  12¶34¶56¶78 | 1200¶1350 | 2024¶1204 | 2019¶2022 | 31/8¶2024 | 2024-08-31¶1200 kr | 691 50¶701 16
  0800¶1600 | 08-12¶13-17 | 08.00-12.00¶13.00-16.00 | 850101¶¶1234 | 070¶¶123 45 67 | 12345¶678`)

describe('a line break', () => {
  const onLines = (text: string) => text.replaceAll('¶', '\n')

  test.each(broken)('%j does not hide what it stands in', (text, expected) => {
    expect(mask(onLines(text)).text).toBe(onLines(expected))
  })

  test.each(lines)('%j does not make one number of a list', (text) => {
    expect(mask(onLines(text))).toEqual({ text: onLines(text), masked: [] })
  })
})

const kept = list(`
  2024 | 2019-2022 | 1985–1990 | 2021 2022 2023 | 2024-2025-2026 | 2024-08-31 | 31/8 2024
  31.08.2026 | 20240831 | 20240831-20240930 | 2024-08-31 - 2024-09-30 | 01-02-2024 | 8/12-24
  31.08.2026-30.09.2026 | 31/8-30/9 2024 | 2024-08-31 kl12 | 20240831 v. 35 | 08-12 2024
  2024-08-31-2024-09-30 | 20101012 34 | 2 070 123 456 | 07-16 200 000 | 0815-1645 | 2500-3000
  46 123 45 67
  1 200 kr | 12 345,50 kr | 1.250.000 kr | 10 000 000 kr | 100000 kr | 12345678 kr | 12048805kr
  12345678,50 kr | +10 000 000 kr | 2024-08-31 1200 kr | 1200-1500 | 10 000-20 000 kr
  691 50 | 701 16 Örebro | 9490 Pandrup | S-691 50 | 12 345 678 invånare | 12 345 678
  08-17 | 8.00-16.30 | 08:00–17:00 | kl. 8-12 | 08.00-12.00 13.00-16.00 | mån-fre 8-17
  08-12 13-17 | 08.10-16.30 10.10-11.30 | 08-17 1177 | 0800-1600 | 0800 1600 | 07.30 - 16.00
  2024-08-31 1600-1800 | 50 % | 12,5 % | rum 1204 | 1177, 112 och 1813 | 22RS12345 | §233
  Dnr 2024-1234 | KS 2024-00123 | 1, 2, 3, 4, 5 | 10-10 | 556123-4567 | 50 m² | 850101-XXXX
  @anna | kl @ 12.30 | a@12.30 | jeg ved at borger.dk er nede | § 5 (a) første punktum gælder
  [personnummer] [telefon] [e-post] | \0 | \ud800`)

describe('alone, in a sentence and on lines of its own', () => {
  for (const [word, texts] of Object.entries(alone))
    test.each(texts)(`${word} %s`, (text) => {
      const masked = [kinds[word]]
      expect(mask(text)).toEqual({ text: word, masked })
      expect(mask(`Hej, ${text}.`)).toEqual({ text: `Hej, ${word}.`, masked })
      expect(mask(`(${text})\n${text}`)).toEqual({ text: `(${word})\n${word}`, masked })
    })

  test.each(kept)('%j is kept', (text) => {
    expect(mask(text)).toEqual({ text, masked: [] })
    expect(mask(`Hej ${text}, hej`)).toEqual({ text: `Hej ${text}, hej`, masked: [] })
  })
})

test.each(sentences)('%j', (text, expected) => {
  const masked = [P, T, E].filter((word) => expected.includes(word)).map((word) => kinds[word])
  expect(mask(text)).toEqual({ text: expected, masked: masked.sort() })
})

const pieces = list(`
  19|85|01|12|0101|1985|2012|850101|1234|0586|070|08|8|12345678|0101851234|+46|00|45|(0)|kr|T12|K
  st|anna|x.se|-|-|-|.|/|+|,|@|(at)|(dot)|(|٣|３|é|\u200b|\ud800|\0|[telefon]|[e-post]`)
const two = (min: number, max: number) =>
  fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'))

describe('any text', () => {
  const seed = randomInt(2 ** 31)
  console.log(`fast-check seed ${seed}`)

  test('masked once is masked for good', () => {
    const piece = fc.constantFrom(...pieces, ' ', ' ', ' ', ' ', ' - ', '\n', ' punkt ')
    const mixed = fc.array(piece, { maxLength: 30 }).map((all) => all.join(''))
    const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes))
    const any = fc.oneof({ weight: 8, arbitrary: mixed }, units, fc.string({ unit: 'binary' }))
    const once = fc.property(any, (text) => {
      const { text: masked } = mask(text)
      expect(mask(masked)).toEqual({ text: masked, masked: [] })
    })
    fc.assert(once, { seed, numRuns: runs(8000) })
  })

  test('every plausible birthday with four digits is masked', () => {
    const born = fc.tuple(two(0, 99), two(1, 12), fc.oneof(two(1, 31), two(61, 91)))
    const every = fc.property(born, two(0, 99), two(0, 99), ([year, month, day], ...four) => {
      for (const text of [
        `${year}${month}${day}-${four.join('')}`,
        `19${year}${month}${day}${four.join('')}`,
        `${year} ${month} ${day} ${four.join('')}`,
        `${day}${month}${year}-${four.join('')}`,
        `${day}.${month}.${year}-${four.join('')}`,
      ])
        expect(mask(`Jag, ${text}, bor här`).text).toBe(`Jag, ${P}, bor här`)
    })
    fc.assert(every, { seed, numRuns: 2_000 })
  })

  test.each([
    ...pieces,
    '1 ',
    '12 ',
    '1.',
    'a.',
    '.a@',
    'a(dot)',
    'a @ ',
    '850101 1234 ',
    '1 234 ',
  ])('10 000 signs of %j come to an end', (piece) => {
    const { text } = mask(piece.repeat(10_000 / piece.length))
    expect(mask(`${text}@`)).toEqual({ text: `${text}@`, masked: [] })
  })
})
