import { expect, test } from 'vitest'
import { piecesOf } from '../../../src/survey/text/marked.ts'
import { makeSearch } from '../../../src/survey/text/search.ts'
import { makeStems } from '../../../src/survey/text/stem.ts'
import { languageOf } from '../../../src/survey/text/text-language.ts'

const stems = makeStems()
const found = (query: string, text: string) =>
  makeSearch(query, stems)(text, languageOf(text))?.map(({ from, to }) => text.slice(from, to))

test('a word is found in its other forms, in Swedish and in Danish', () => {
  expect(found('telefon', 'Det går inte att komma fram på telefonen.')).toEqual(['telefonen'])
  expect(found('telefonerna', 'Svara i telefon!')).toEqual(['telefon'])
  expect(found('undersøgelse', 'Jeg blev undersøgt to gange, og det er godt.')).toEqual([
    'undersøgt',
  ])
  expect(found('chair', 'Nice people, tired chairs in the room.')).toBeUndefined()
  expect(found('CHAIRS', 'Nice people, tired chairs in the room.')).toEqual(['chairs'])
})

test('all words must be there, wherever they stand', () => {
  const text = 'Läkaren lyssnade. Bra läkare, men långa väntetider.'
  expect(found('läkare väntetid', text)).toEqual(['Läkaren', 'läkare', 'väntetider'])
  expect(found('läkare barn', text)).toBeUndefined()
})

test('an Arabic comment is found by its words', () => {
  expect(found('مواعيد', 'لا توجد مواعيد')).toEqual(['مواعيد'])
})

test('what is masked is no word that can be found', () => {
  expect(found('telefon', 'Ring mig på [telefon].')).toBeUndefined()
  expect(found('personnummer', 'Mitt är [personnummer]')).toBeUndefined()
})

test.each([
  ['sv', 'Det tar en evighet att komma fram på telefon.'],
  ['sv', 'Köerna är långa'],
  ['da', 'Jeg vil gerne have en fast læge'],
  ['da', 'Ring til mig, når I har tid. Det er jo ikke så svært.'],
  ['en', 'Not enough time with the doctor'],
  ['', 'Parking'],
  ['', '!!!'],
  ['ar', 'لا توجد مواعيد'],
  ['ar', 'لا [telefon] [personnummer]'],
  // Persian is written with letters that Arabic has not.
  ['', 'پزشک خوب است'],
  ['', '[personnummer] [telefon]'],
] as const)('%s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language)
})

test('a text is shown in pieces: masked, found and the rest', () => {
  const text = 'Ring [telefon], Anna […] svarar'
  expect(piecesOf(text, [{ from: 16, to: 20 }])).toEqual([
    { words: 'Ring ' },
    { words: '[telefon]', masked: true },
    { words: ', ' },
    { words: 'Anna', found: true },
    { words: ' ' },
    { words: '[…]', masked: true },
    { words: ' svarar' },
  ])
})
