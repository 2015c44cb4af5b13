import type { Content, Question, Questionnaire, Text } from '../src/survey/questionnaire.ts'

export const text = (words: string, languages = ['sv']): Text =>
  Object.fromEntries(languages.map((language) => [language, words]))

export const options = (...ids: string[]) => ids.map((id) => ({ id, text: text(`Val ${id}`) }))

const base = (id: string) => ({ id, text: text(`Fråga ${id}`), required: false })

/** Questions of each kind, to be varied by the test. */
export const ask = {
  choice: (id: string, more: Partial<Extract<Question, { kind: 'choice' }>> = {}): Question => ({
    ...base(id),
    kind: 'choice',
    options: options('a', 'b', 'c'),
    other: false,
    ...more,
  }),
  choices: (id: string, more: Partial<Extract<Question, { kind: 'choices' }>> = {}): Question => ({
    ...base(id),
    kind: 'choices',
    options: options('a', 'b', 'c', 'd'),
    other: false,
    none: false,
    ...more,
  }),
  scale: (id: string, more: Partial<Extract<Question, { kind: 'scale' }>> = {}): Question => ({
    ...base(id),
    kind: 'scale',
    from: 1,
    to: 5,
    dontKnow: true,
    ...more,
  }),
  number: (id: string, more: Partial<Extract<Question, { kind: 'number' }>> = {}): Question => ({
    ...base(id),
    kind: 'number',
    from: 0,
    to: 600,
    decimals: 0,
    unit: text('minuter'),
    bins: [0, 15, 30, 60],
    ...more,
  }),
  ranking: (id: string, more: Partial<Extract<Question, { kind: 'ranking' }>> = {}): Question => ({
    ...base(id),
    kind: 'ranking',
    options: options('a', 'b', 'c', 'd'),
    max: 4,
    ...more,
  }),
  text: (id: string, more: Partial<Extract<Question, { kind: 'text' }>> = {}): Question => ({
    ...base(id),
    kind: 'text',
    max: 1000,
    ...more,
  }),
}

/** A complete content, open from 2026-06-01 through 2026-08-31 in Stockholm. */
export function content(questions: Question[], more: Partial<Content> = {}): Content {
  return {
    id: 'prov',
    languages: ['sv'],
    title: text('Prov'),
    intro: text('Vi frågar.'),
    opens: '2026-06-01',
    closes: '2026-08-31',
    timeZone: 'Europe/Stockholm',
    smallestGroup: 5,
    sites: [],
    privacy: {
      purpose: text('Att pröva'),
      controller: text('Nämnden'),
      contact: text('kontakt@exempel.example'),
      legalBasis: text('Allmänt intresse'),
      retainUntil: '2027-08-31',
      decision: text('2026-1'),
    },
    questions,
    ...more,
  }
}

export const questionnaire = (
  questions: Question[],
  more: Partial<Content> = {},
): Questionnaire => ({ ...content(questions, more), number: 1 })

export const sites = (...ids: string[]) =>
  ids.map((id) => ({ id, name: text(`Plats ${id}`), listed: 1000 }))
