import { expect, test } from 'vitest'
import { closedPage } from '../../src/pages/citizen/closed.tsx'
import type { Fields } from '../../src/survey/response.ts'
import { ask, questionnaire, sites } from '../make.ts'
import { frame } from './every-page.ts'

const survey = questionnaire(
  [
    ask.choice('val'),
    ask.choice('varfor', { showIf: { question: 'val', is: ['b'] } }),
    ask.text('mer', { showIf: { question: 'varfor', is: ['a'] } }),
    ask.text('ord'),
  ],
  { sites: sites('norr', 'soder') },
)

/** What the page repeats of someone's answers: each question with what was said to it. */
function repeated(fields: Fields) {
  const html = closedPage(frame('sv'), { questionnaire: survey, fields, results: false })
  const [, list = ''] = /<dl>(.*)<\/dl>/s.exec(html)!
  return [...list.matchAll(/<dt>(.*?)<\/dt>((?:<dd.*?<\/dd>)*)/gs)].map(([, asked, said]) => [
    asked,
    said!.replaceAll(/<[^>]+>/g, ''),
  ])
}

test('names the site, and leaves out what was never asked', () => {
  expect(repeated({ site: 'soder', val: 'a' })).toEqual([
    ['Vilken plats gäller dina svar?', 'Plats soder'],
    ['Fråga val', 'Val a'],
    ['Fråga ord', 'Inget svar'],
  ])
})

test('says where something asked was left blank', () => {
  expect(repeated({ site: '', val: 'b', varfor: 'a' })).toEqual([
    ['Fråga val', 'Val b'],
    ['Fråga varfor', 'Val a'],
    ['Fråga mer', 'Inget svar'],
    ['Fråga ord', 'Inget svar'],
  ])
})

test('repeats what was written under a question that was not asked, and knows no unknown site', () => {
  expect(repeated({ site: 'nope', mer: 'mina ord' })).toEqual([
    ['Fråga val', 'Inget svar'],
    ['Fråga mer', 'mina ord'],
    ['Fråga ord', 'Inget svar'],
  ])
})
