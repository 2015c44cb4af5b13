import { describe, expect, test } from 'vitest'
import { readLogo } from '../../src/logo.ts'
import { readSiteFile } from '../../src/site-file.ts'

const drawn = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`)
const square = '<path d="M0 0h9v9z"/>'
const pathsIn = (inside: string) => {
  const read = readLogo(drawn(inside), 'nord')
  return 'bytes' in read ? read.bytes.toString() : read.fault
}

// While one file is read nobody else is answered, of any organisation.
describe('no file keeps the server to itself', () => {
  test.each([
    ['an arc of one long number', drawn(`${square}<path d="M0 0a${'2'.repeat(90_000)}"/>`)],
    ['a style without rules', drawn(`<style>${'a'.repeat(190_000)}</style>${square}`)],
    ['comments without an end', drawn(`<style>${'/*'.repeat(95_000)}</style>${square}`)],
    ['a transform of letters', drawn(`<path d="M0 0h9v9z" transform="${'a'.repeat(190_000)}"/>`)],
    [
      'thousands of shapes moved thousands of times',
      drawn(`<g transform="${'scale(1)'.repeat(7000)}">${square.repeat(1900)}</g>`),
    ],
  ])('a logo with %s', (_what, file) => {
    const began = performance.now()
    expect(readLogo(file, 'nord')).toHaveProperty('look')
    expect(performance.now() - began).toBeLessThan(2000)
  })

  test('a line of nothing but tabs', () => {
    const began = performance.now()
    readSiteFile(`id\tname\nx${'\t'.repeat(1_000_000)}`)
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

test('flags of an arc may stand without anything between them', () => {
  expect(pathsIn('<path d="M0 0a1 1 0 01.5.5,2-2 -30 1,0 50-25z"/>')).toContain(
    'd="M0 0a1 1 0 0 1 0.5 0.5 2 -2 -30 1 0 50 -25z"',
  )
  expect(pathsIn('<path d="M0 0a1 1 0 2 1 5 5z"/>')).toBe('nothing')
})

test('rules and transforms are read as they are written', () => {
  const style = '<style>/* .a{fill:red} */ .a, .b { fill: #00f } /*/ .a{fill:red} */</style>'
  const inside = `${style}<path class="b" d="M0 0h9" transform="translate(1,2), rotate (90)"/>`
  expect(pathsIn(inside)).toMatch(
    /transform="matrix\(1 0 0 1 1 2\) matrix\(\S+ 1 -1 \S+ 0 0\)" fill="#0000ff"/,
  )
})

test('a blank cell before a quoted one stays a cell, where tabs part them', () => {
  const read = readSiteFile('id\tlisted\tname\nnorr\t\t"Norra"\nvik\t 12\t "Viken" \n')
  expect('lines' in read && read.lines.map(({ cells }) => cells)).toEqual([
    ['norr', '', 'Norra'],
    ['vik', ' 12', 'Viken'],
  ])
})
