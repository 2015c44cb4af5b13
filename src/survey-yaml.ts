import { type Document, LineCounter, parseDocument, visit } from 'yaml'

/** Far more than any survey needs; what is larger may take minutes to parse. */
export const LARGEST = 1_000_000
/** A survey's tree is six deep; what is far deeper would exhaust whoever walks it. */
const DEEPEST = 50

export interface YamlFault {
  /** absent where it is the file as a whole */
  line?: number
  message: string
}

export type ReadYaml =
  { tree: unknown; document: Document; lines: LineCounter } | { faults: YamlFault[] }

/** Reads YAML or JSON as far as the tree; what the tree says is judged elsewhere. */
export function readYaml(source: string): ReadYaml {
  if (source.length > LARGEST) {
    const message = `has ${source.length} characters, at most ${LARGEST} are allowed`
    return { faults: [{ message }] }
  }
  try {
    const lines = new LineCounter()
    const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
    const faults = [
      ...document.errors.map((error) => ({ at: error.pos[0], message: error.message })),
      ...unresolved(document),
    ].map(({ at, message }) => ({ line: lines.linePos(at).line, message }))
    if (faults.length > 0) return { faults }
    const tree: unknown = document.toJS({ maxAliasCount: 100 })
    if (isTooDeep(tree)) return { faults: [{ message: 'is nested too deeply' }] }
    return { tree, document, lines }
  } catch (error) {
    return { faults: [{ message: (error as Error).message }] }
  }
}

/** Whether a tree is nested as no survey is, or holds itself. */
export function isTooDeep(tree: unknown): boolean {
  const partsOf = (value: unknown) =>
    typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : []
  // As sets: what aliases name many times is looked at once.
  let level = new Set([tree])
  for (let depth = 0; depth < DEEPEST && level.size > 0; depth += 1) {
    level = new Set([...level].flatMap(partsOf))
  }
  return level.size > 0
}

/** A text that begins with * or & is an alias or anchor to YAML; parsing lets it pass. */
function unresolved(document: Document): { at: number; message: string }[] {
  const found: { at: number; message: string }[] = []
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return
      const message = `"*${alias.source}" refers to nothing; a text that begins with * needs quotes`
      found.push({ at: alias.range![0], message })
    },
  })
  return found
}
