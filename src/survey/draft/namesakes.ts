import { newId } from './new-id.ts'
import { isMap, listOf, mapOf, type Tree } from './tree.ts'

/**
 * Two editors may each add a question that gets the same id from similar texts. Mine, which nobody
 * has seen yet, gets another one, so that both stay.
 */
export function withoutNamesakes(base: Tree, mine: Tree, theirs: Tree): Tree {
  const before = idsOf(base)
  const there = new Map(questions(theirs).map((question) => [question['id'], question]))
  const renamed = new Map<unknown, string>()
  for (const question of questions(mine)) {
    const { id } = question
    const other = there.get(id)
    if (typeof id !== 'string' || !other || before.includes(id) || isAlike(question, other))
      continue
    const taken = [...idsOf(mine), ...idsOf(theirs), ...renamed.values()]
    renamed.set(id, newId(id, taken, id))
  }
  if (renamed.size === 0) return mine
  const next = listOf(mine['questions']).map((question) =>
    isMap(question) ? rename(question, renamed) : question,
  )
  return { ...mine, questions: next }
}

const questions = (tree: Tree) => listOf(tree['questions']).filter(isMap)
const idsOf = (tree: Tree) => questions(tree).map(({ id }) => String(id))

/** The same question, perhaps translated by each into another language. */
function isAlike(one: Tree, other: Tree): boolean {
  const [words, others] = [mapOf(one['text']), mapOf(other['text'])]
  return (
    one['kind'] === other['kind'] &&
    Object.keys(words).some((language) => words[language] === others[language])
  )
}

function rename(question: Tree, renamed: Map<unknown, string>): Tree {
  const condition = mapOf(question['showIf'])
  const id = renamed.get(question['id'])
  const on = renamed.get(condition['question'])
  return {
    ...question,
    ...(id !== undefined && { id }),
    ...(on !== undefined && { showIf: { ...condition, question: on } }),
  }
}
