import * as fc from 'fast-check'
import { writtenOut } from '../../src/survey/draft/texts.ts'
import { listOf, mapOf, type Tree } from '../../src/survey/draft/tree.ts'
import { tree } from './tree.ts'

/** One thing that an editor does. */
export type Edit =
  | ['move', number, number]
  | ['say', string, string]
  | ['remove', string]
  | ['add', string, string]
  | ['option', string, string, string]
  | ['set', string, unknown]

export function edited(before: Tree, [what, ...values]: Edit): Tree {
  const questions = listOf(before['questions']).map(mapOf)
  const [one, two, three] = values
  const withQuestions = (next: Tree[]) => ({ ...before, questions: next })
  const change = (id: unknown, step: (question: Tree) => Tree) =>
    withQuestions(questions.map((question) => (question['id'] === id ? step(question) : question)))
  if (what === 'set') return { ...before, [String(one)]: two }
  if (what === 'remove') return withQuestions(questions.filter(({ id }) => id !== one))
  if (what === 'add') {
    const isThere = questions.some(({ id }) => id === one)
    return isThere
      ? before
      : withQuestions([...questions, { id: one, kind: 'text', text: { sv: two } }])
  }
  if (what === 'say') {
    return change(one, (question) => ({
      ...question,
      text: { ...mapOf(question['text']), sv: two },
    }))
  }
  if (what === 'option') {
    return change(one, (question) => {
      const options = listOf(question['options']).filter((option) => mapOf(option)['id'] !== two)
      return { ...question, options: [...options, { id: two, text: { sv: three } }] }
    })
  }
  const [from, to] = [Number(one) % (questions.length || 1), Number(two)]
  const moved = questions[from]
  return moved ? withQuestions(questions.toSpliced(from, 1).toSpliced(to, 0, moved)) : before
}

const id = fc.constantFrom('q1', 'q2', 'q3', 'q4', 'q5', 'ny', 'nyare')
const place = fc.nat({ max: 5 })
const words = fc.constantFrom('A', 'B', 'Längre', '')
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.constant('move' as const), place, place),
  fc.tuple(fc.constant('say' as const), id, words),
  fc.tuple(fc.constant('remove' as const), id),
  fc.tuple(fc.constant('add' as const), id, words),
  fc.tuple(fc.constant('option' as const), id, fc.constantFrom('a', 'b', 'c'), words),
  fc.tuple(
    fc.constant('set' as const),
    fc.constantFrom('opens', 'smallestGroup', 'intro', 'odd'),
    fc.constantFrom<unknown>(5, 7, '2026-01-01', { sv: 'X' }, ['sv'], undefined),
  ),
)

/** A draft, and what each of so many editors made of it. */
export const draftAnd = (editors: number): fc.Arbitrary<[Tree, ...Tree[]]> =>
  fc
    .tuple(
      fc.array(edit, { maxLength: 4 }),
      ...Array.from({ length: editors }, () => fc.array(edit, { maxLength: 6 })),
    )
    .map(([first, ...each]) => {
      const base = plain(first.reduce(edited, writtenOut(tree())))
      return [base, ...each.map((edits) => plain(edits.reduce(edited, base)))]
    })

/** As it comes from a file or the net. */
const plain = (tree: Tree) => JSON.parse(JSON.stringify(tree)) as Tree
