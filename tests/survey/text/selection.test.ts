import { expect, test } from 'vitest'
import { codingsOf } from '../../../src/survey/text/coding.ts'
import type { Comment } from '../../../src/survey/text/comment.ts'
import { everything, select, type Selection } from '../../../src/survey/text/selection.ts'
import { makeStems } from '../../../src/survey/text/stem.ts'

const step = { by: 'anna', at: '2026-07-01T10:00:00Z' }
const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  id,
  field: 'ord',
  group: 'norr',
  text: 'Väntetiderna är långa',
  language: 'sv',
  maskings: [],
  quotable: false,
  ...more,
})

const comments = [
  comment('1'),
  comment('2', { group: 'syd', field: 'val.other' }),
  comment('3', { text: 'Ventetiden er lang', language: 'da' }),
  comment('4', { text: '[…]', language: '', maskings: [{ from: 0, to: 4, ...step }] }),
  comment('5', { hiding: { reason: 'threat', ...step } }),
]
const codings = codingsOf([
  { text: '1', coder: 'anna', themes: ['tid'] },
  { text: '1', coder: 'bo', themes: ['tid', 'rum'] },
  { text: '2', coder: 'bo', themes: [] },
])
const ids = (asked: Partial<Selection>) =>
  select(comments, { ...everything, ...asked }, codings, 'anna', makeStems())
    .map((selected) => selected.comment.id)
    .join('')

test.each<[Partial<Selection>, string]>([
  [{}, '1234'],
  [{ question: 'val.other' }, '2'],
  [{ site: 'norr' }, '134'],
  [{ language: 'da' }, '3'],
  [{ language: 'unknown' }, '4'],
  [{ theme: 'tid' }, '1'],
  [{ theme: 'rum' }, ''],
  [{ theme: 'none' }, '2'],
  [{ state: 'unsorted' }, '234'],
  [{ state: 'disputed' }, '1'],
  [{ state: 'masked' }, '4'],
  [{ state: 'hidden' }, '5'],
  [{ search: 'väntetid' }, '12'],
  [{ search: 'väntetid', state: 'hidden' }, '5'],
  [{ search: 'väntetid', site: 'syd' }, '2'],
  [{ search: '?!' }, '1234'],
])('%o selects %s', (asked, expected) => {
  expect(ids(asked)).toBe(expected)
})
