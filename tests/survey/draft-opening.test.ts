import { describe, expect, test } from 'vitest'
import * as changes from '../../src/survey/draft/changes.ts'
import { missing } from '../../src/survey/draft/missing.ts'
import { type Content, type Question } from '../../src/survey/questionnaire.ts'
import { ask, content, options, sites, text } from '../make.ts'
import { contentOf, tree } from './tree.ts'

const said = (found: { reason: string }[]) => found.map(({ reason }) => reason)
const breaking = (...asked: Parameters<typeof changes.breaking>) => said(changes.breaking(...asked))
const worsened = (...asked: Parameters<typeof changes.worsened>) => said(changes.worsened(...asked))

const lacks = (draft: Content) => missing(draft).map((path) => path.join('.'))

describe('missing', () => {
  test('is nothing in a complete draft', () => {
    expect(lacks(contentOf(tree()))).toEqual([])
    expect(lacks(content([ask.text('t')]))).toEqual([])
  })

  test('is everything in an empty one', () => {
    expect(lacks(contentOf({ id: 'x', languages: ['sv'] }))).toEqual([
      'title.sv',
      'intro.sv',
      'privacy.purpose.sv',
      'privacy.controller.sv',
      'privacy.contact.sv',
      'privacy.legalBasis.sv',
      'privacy.decision.sv',
      'privacy.retainUntil',
      'questions',
    ])
  })

  test('is every text that one of the languages lacks', () => {
    const inSwedish = { fromText: text('Illa'), toText: text('Bra'), help: text('Välj') }
    const draft = content([ask.scale('s', inSwedish), ask.choice('c')], { sites: sites('norr') })
    const paths = `title intro privacy.purpose privacy.controller privacy.contact privacy.legalBasis
      privacy.decision sites.0.name questions.0.text questions.0.help questions.0.from.text
      questions.0.to.text questions.1.text questions.1.options.0.text questions.1.options.1.text
      questions.1.options.2.text`
    const expected = paths.split(/\s+/).map((path) => `${path}.da`)
    expect(lacks({ ...draft, languages: ['sv', 'da'] })).toEqual(expected)
  })
})

const offering = (...ids: string[]) => ({ options: options(...ids) })

describe('a new questionnaire', () => {
  const before = content(
    [
      ask.choice('c', { other: true }),
      ask.choices('m', { none: true }),
      ask.scale('s'),
      ask.ranking('r'),
      ask.text('t'),
    ],
    { sites: sites('norr', 'syd') },
  )
  const other = (id: string, more: Partial<Question>) =>
    before.questions.map((question) =>
      question.id === id ? ({ ...question, ...more } as Question) : question,
    )
  const reasons = (more: Partial<Content>) => breaking(before, { ...before, ...more })

  test('may correct texts and dates, and add what is new', () => {
    const changes: Partial<Content>[] = [
      {},
      { title: text('Ny'), intro: text('Nytt'), opens: undefined, closes: '2026-09-30' },
      { sites: [...sites('öst', 'syd'), { id: 'norr', name: text('Ny'), listed: 5 }] },
      { languages: ['sv', 'da'] },
      { questions: [ask.text('new'), ...before.questions.toReversed()] },
      { questions: other('c', offering('d', 'c', 'b', 'a')) },
      { questions: other('m', { ...offering('a', 'b', 'c', 'd', 'e'), other: true, max: 2 }) },
      {
        questions: other('c', { options: [...options('a', 'b'), { id: 'c', text: text('Rätt') }] }),
      },
      { questions: other('s', { text: text('Rättad?'), help: text('Hjälp'), required: true }) },
      { questions: other('s', { fromText: text('Aldrig') }) },
      { questions: other('r', { options: options('d', 'b', 'c', 'a') }) },
      { questions: other('t', { max: 10 }) },
    ]
    for (const change of changes) expect(reasons(change)).toEqual([])
  })

  test('may not change how answers were grouped and dated', () => {
    expect(reasons({ smallestGroup: 6 })).toEqual([expect.stringMatching(/^smallestGroup: /)])
    expect(reasons({ timeZone: 'Europe/Copenhagen' })).toEqual([
      expect.stringMatching(/^timeZone: /),
    ])
    expect(reasons({ sites: sites('norr') })).toEqual(['sites: "syd" is gone'])
  })

  test('may not take away or turn into something else what was answered', () => {
    const changes: [Partial<Content>, string][] = [
      [{ questions: before.questions.slice(1) }, 'questions: "c" is gone'],
      [{ questions: other('c', { kind: 'choices' }) }, 'question "c": kind was choice'],
      [
        { questions: other('c', { options: options('a', 'b') }) },
        'question "c": option "c" is gone',
      ],
      [{ questions: other('c', { other: false }) }, 'question "c": option "other" is gone'],
      [{ questions: other('m', { none: false }) }, 'question "m": option "none" is gone'],
      [{ questions: other('s', { to: 6 }) }, 'question "s": the scale was 1 to 5'],
      [{ questions: other('s', { from: 0 }) }, 'question "s": the scale was 1 to 5'],
      [{ questions: other('s', { dontKnow: false }) }, 'question "s": option "dontknow" is gone'],
      [{ questions: other('r', { max: 3 }) }, 'question "r": places or options of a ranking may n'],
    ]
    for (const [change, reason] of changes) {
      expect(reasons(change)).toEqual([expect.stringContaining(reason)])
    }
    const five = options('a', 'b', 'c', 'd', 'e')
    expect(reasons({ questions: other('r', { options: five }) })).toHaveLength(1)
    const swapped = options('a', 'b', 'c', 'e')
    expect(reasons({ questions: other('r', { options: swapped }) })).toHaveLength(1)
  })

  test('may not take back what the privacy notice promised', () => {
    const privacy = (more: Partial<Content['privacy']>) =>
      worsened(before, { ...before, privacy: { ...before.privacy, ...more } })
    expect(privacy({})).toEqual([])
    expect(privacy({ retainUntil: '2027-08-30', contact: text('ny@exempel.example') })).toEqual([])
    expect(privacy({ retainUntil: '2027-09-01' })).toEqual([
      'privacy.retainUntil: deletion by 2027-08-31 was promised to those who have answered',
    ])
    for (const name of ['purpose', 'controller', 'legalBasis'] as const) {
      const changed = privacy({ [name]: text('Något annat') })
      expect(changed).toEqual([expect.stringContaining(`privacy.${name}: `)])
      const added = { ...before.privacy[name], da: 'På dansk' }
      expect(privacy({ [name]: added })).toEqual([])
    }
  })

  test('is told of everything at once', () => {
    expect(reasons({ smallestGroup: 6, sites: [], questions: [] })).toHaveLength(1 + 2 + 5)
  })
})
