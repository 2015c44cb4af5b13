import { expect, test } from 'vitest'
import { breaking } from '../../src/survey/draft/changes.ts'
import { readDraft } from '../../src/survey/draft/draft.ts'
import { ask, content, options } from '../make.ts'

const questions = [
  ask.choice('alder'),
  ask.choice('fler', { options: options('a', 'others') }),
  ask.scale('betyg'),
  ask.text('ord'),
]
const reading = (breakdowns: unknown) => readDraft({ ...content(questions), breakdowns }, ['sv'])
const faults = (breakdowns: unknown) => {
  const read = reading(breakdowns)
  return 'faults' in read ? read.faults.map(({ path, code }) => [path.join('.'), code]) : []
}

test('a survey declares by what its final numbers may be broken down', () => {
  const read = reading(['language', 'alder', 'channel', 'betyg'])
  expect(read).toMatchObject({
    content: { breakdowns: ['language', 'question:alder', 'channel', 'question:betyg'] },
  })
  expect(reading(undefined)).not.toHaveProperty('content.breakdowns')
})

test('what cannot be is told, every fault at its place', () => {
  expect(faults(['alder', 'finnsinte', 'ord', 'fler', 'alder'])).toEqual([
    ['breakdowns', 'many'],
    ['breakdowns.1', 'breakdown'],
    ['breakdowns.2', 'breakdownKind'],
    ['breakdowns.3', 'breakdownOption'],
  ])
  expect(faults(['alder', 'alder'])).toEqual([['breakdowns.1', 'twice']])
  expect(faults('channel')).toEqual([['breakdowns', 'list']])
})

test('breakdowns do not change once they are issued', () => {
  const before = content(questions, { breakdowns: ['channel'] })
  const codes = (after: typeof before) => breaking(before, after).map(({ code }) => code)
  expect(codes({ ...before })).toEqual([])
  expect(codes({ ...before, breakdowns: ['channel', 'language'] })).toEqual(['breakdowns'])
  expect(codes(content(questions))).toEqual(['breakdowns'])
})
