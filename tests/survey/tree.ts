import { readDraft } from '../../src/survey/draft/draft.ts'
import type { Content } from '../../src/survey/questionnaire.ts'

export type Tree = Record<string, unknown>

const both = (words: string) => ({ sv: words, da: words })
const choice = (id: string, more: Tree = {}) => ({
  id,
  kind: 'choice',
  text: both('Vilken?'),
  options: [
    { id: 'a', text: both('A') },
    { id: 'b', text: both('B') },
  ],
  ...more,
})

/** A survey file's tree in two languages without faults, with a question of each kind. */
export const tree = (more: Tree = {}): Tree => ({
  id: 'prov-1',
  languages: ['sv', 'da'],
  title: both('Prov'),
  intro: 'Svar',
  opens: '2026-06-01',
  closes: '2026-08-31',
  timeZone: 'Europe/Copenhagen',
  smallestGroup: 7,
  sites: [
    { id: 'norr', name: 'Norr', listed: 1200 },
    { id: 'syd', name: both('Syd') },
  ],
  privacy: {
    purpose: both('Att pröva'),
    controller: both('Nämnden'),
    contact: 'kontakt@exempel.example',
    legalBasis: both('Allmänt intresse'),
    retainUntil: '2027-08-31',
    decision: '26RS1',
  },
  questions: [
    choice('q1', { other: true, required: true }),
    { ...choice('q2', { none: true, max: 2, help: both('Välj') }), kind: 'choices' },
    {
      id: 'q3',
      kind: 'scale',
      text: both('Hur?'),
      from: { value: 1, text: both('Illa') },
      to: 5,
      dontKnow: true,
      showIf: { question: 'q1', is: ['a', 'other'] },
    },
    { ...choice('q4'), kind: 'ranking' },
    { id: 'q5', kind: 'text', text: both('Mer?'), showIf: { question: 'q3', is: [1, 'dontknow'] } },
  ],
  ...more,
})

/** The tree with other questions, the first being q1 with options a and b. */
export const asking = (...questions: unknown[]): Tree =>
  tree({ questions: [choice('q1'), ...questions] })

export const known = ['sv', 'da', 'en']

export function contentOf(read: unknown): Content {
  const result = readDraft(read, known)
  if ('faults' in result) throw new Error(JSON.stringify(result.faults))
  return result.content
}

/** "path: reason" of everything wrong. */
export function faultsOf(read: unknown): string[] {
  const result = readDraft(read, known)
  if ('content' in result) return []
  return result.faults.map(({ path, reason }) => `${path.join('.')}: ${reason}`)
}
