import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml'
import { readDraft } from '../survey/draft/draft.ts'
import type { Content } from '../survey/questionnaire.ts'
import { Refused } from './context.ts'

/** A survey file, read and checked. `tree` is what it says, as `export` gives it back. */
export interface SurveyFile {
  content: Content
  tree: unknown
}

/** Far more than any survey needs; what is larger may take minutes to parse. */
const LARGEST = 1_000_000

/** Reads YAML or JSON; refuses with every fault at once: file, line, field, reason. */
export function readSurveyFile(name: string, source: string, languages: string[]): SurveyFile {
  if (source.length > LARGEST) {
    throw new Refused(`${name}: has ${source.length} characters, at most ${LARGEST} are allowed`)
  }
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const errors = [
    ...document.errors.map((error) => ({ at: error.pos[0], message: error.message })),
    ...unresolved(document),
  ]
  if (errors.length > 0) {
    const faults = errors.map(({ at, message }) => `${name}:${lines.linePos(at).line}: ${message}`)
    throw new Refused(faults.join('\n'))
  }
  const tree = treeOf(name, document)
  const read = readDraft(tree, languages)
  if ('content' in read) return { content: read.content, tree }
  const faults = read.faults
    .map(({ path, reason }) => ({ line: lineOf(document, lines, path), path, reason }))
    .toSorted((a, b) => a.line - b.line)
  throw new Refused(
    faults
      .map(({ line, path, reason }) => `${name}:${line}: ${path.join('.') || 'file'}: ${reason}`)
      .join('\n'),
  )
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

function treeOf(name: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw new Refused(`${name}: ${(error as Error).message}`)
  }
}

/** The line of a field, or of the nearest thing around it where the field is absent. */
function lineOf(document: Document, lines: LineCounter, path: (string | number)[]): number {
  let at = 0
  let node: unknown = document.contents
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
    let place: unknown
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step)
      place = pair?.key
      node = pair?.value
    } else if (isSeq(node)) {
      place = node.items[Number(step)]
      node = place
    }
    const { range } = (place ?? {}) as { range?: [number] }
    if (!range) break
    at = range[0]
  }
  return lines.linePos(at).line
}
