import { describe, expect, test } from 'vitest'
import { standingOut } from '../../../src/survey/text/standing-out.ts'
import { makeStems } from '../../../src/survey/text/stem.ts'

const written = (group: string, ...texts: string[]) =>
  texts.map((text) => ({ group, text, language: 'sv' as const }))
const many = (count: number, words: string) =>
  Array.from({ length: count }, (_, index) => `${words} ${['snart', 'gärna', 'helst'][index % 3]}`)
const found = (comments: ReturnType<typeof written>) =>
  standingOut(comments, makeStems(), 5).map(({ group, words }) => [
    group,
    ...words.map(({ word, comments }) => `${word} ${comments}`),
  ])

const norr = written('norr', ...many(12, 'telefonen är trasig'), ...many(10, 'fler läkare'))
const syd = written('syd', ...many(3, 'telefonen'), ...many(20, 'fler läkare'))

describe('words that stand out', () => {
  test('are those that a site uses more than the others', () => {
    expect(found([...norr, ...syd])).toContainEqual(['norr', 'trasig 12', 'telefonen 12'])
  })

  test('count once in a comment, in all their forms', () => {
    const loud = written('norr', 'buss bussen bussar bussarna buss buss buss')
    expect(found([...norr, ...loud, ...syd])[0]!.join()).not.toContain('buss')
    const forms = written('norr', ...many(6, 'bussen'), ...many(5, 'bussar'))
    expect(found([...norr, ...forms, ...syd])[0]).toContain('bussen 11')
  })

  test('are used by at least the smallest group of comments', () => {
    const rare = (count: number) => written('öst', ...many(count, 'sjukgymnasten'))
    expect(found([...norr, ...syd, ...rare(4)]).flat()).not.toContain('öst')
    expect(found([...norr, ...syd, ...rare(5)])).toContainEqual(['öst', 'sjukgymnasten 5'])
  })

  test('are told of sites alone, and only beside others', () => {
    expect(found(norr)).toEqual([])
    const nobody = [...norr, ...syd].map((one) => ({ ...one, group: `${one.group}` }))
    const pooled = nobody.map((one) => (one.group === 'norr' ? { ...one, group: 'others' } : one))
    expect(found(pooled).flat()).not.toContain('others')
  })
})
