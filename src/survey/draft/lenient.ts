import type { Content } from '../questionnaire.ts'
import { readDraft } from './draft.ts'
import { isMap, type Step } from './tree.ts'

const GONE = Symbol('gone')
/** Each round takes something away one level further up at least; no tree is as deep. */
const ROUNDS = 30

/**
 * What of a draft can be read, whatever is wrong with it: faulty parts are left out, the smallest
 * that hold a fault. For showing only; what is issued is read without leniency.
 */
export function lenient(tree: unknown, id: string, known?: string[]): Content {
  const root = isMap(tree) ? structuredClone(tree) : {}
  const languages = languagesOf(root['languages'], known)
  Object.assign(root, { id, languages })
  for (let round = 0; round < ROUNDS; round += 1) {
    const read = readDraft(root, languages)
    if ('content' in read) return read.content
    for (const { path } of read.faults) leaveOut(root, path)
    for (const [name, value] of Object.entries(root)) {
      if (value === GONE) delete root[name]
      else sweep(value)
    }
  }
  throw new Error(`the id "${id}" of a survey is faulty`)
}

function languagesOf(given: unknown, known: string[] | undefined): string[] {
  const words = (Array.isArray(given) ? given : []).filter(
    (one): one is string =>
      typeof one === 'string' && /^[a-z-]{2,20}$/i.test(one) && (known?.includes(one) ?? true),
  )
  const own = [...new Set(words)].slice(0, 20)
  return own.length > 0 ? own : [known?.[0] ?? 'sv']
}

/** Marks the value at a path as gone, or what is around it where there is nothing. */
function leaveOut(root: Record<string, unknown>, path: Step[]) {
  let around: unknown = root
  for (const [depth, step] of path.entries()) {
    const map = around as Record<Step, unknown>
    const isThere = typeof map === 'object' && map !== null && Object.hasOwn(map, step)
    if (!isThere) return leaveOut(root, path.slice(0, depth))
    if (map[step] === GONE) return
    if (depth === path.length - 1) Object.defineProperty(map, step, { value: GONE })
    around = map[step]
  }
}

function sweep(value: unknown) {
  if (Array.isArray(value)) {
    const rest = value.filter((item) => item !== GONE)
    value.splice(0, value.length, ...rest)
  } else if (isMap(value)) {
    for (const [name, child] of Object.entries(value)) if (child === GONE) delete value[name]
  } else return
  for (const child of Object.values(value)) sweep(child)
}
