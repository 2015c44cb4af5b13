import { expect, test } from 'vitest'
import { drawnOrder } from '../../src/export/pdf/reading-order.ts'

const drawn = (line: string, rtl = true) => drawnOrder(line, rtl).map(({ words }) => words)

test('what is said from right to left is drawn from its end', () => {
  expect(drawn('السعر 12,5 كرونة')).toEqual([' كرونة', '12,5', 'السعر '])
  expect(drawn('الموعد في Karla vårdcentral')).toEqual(['Karla vårdcentral', 'الموعد في '])
})

test('a number with Arabic signs stays one number', () => {
  expect(drawn('السعر ١٬٢٣٤ كرونة')).toEqual([' كرونة', '١٬٢٣٤', 'السعر '])
  expect(drawn('نحو ١٫٥')).toEqual(['١٫٥', 'نحو '])
})

test('a mark stays with its letter, also at the end of its word', () => {
  expect(drawn('Svar: شكراً (Region Väst)', false)).toEqual(['Svar: ', 'شكراً', ' (Region Väst)'])
})
