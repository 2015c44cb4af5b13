import { LineCounter, parseDocument, type Document } from 'yaml'
import { readDraft } from '../survey/draft/draft.ts'
import type { Content } from '../survey/questionnaire.ts'
import { Refused } from './context.ts'

/** A survey file, read and checked. `tree` is what it says, as `export` gives it back. */
export interface SurveyFile {
  content: Content
  tree: unknown
}

/** Reads YAML or JSON; refuses with every fault at once: file, line, field, reason. */
export function readSurveyFile(name: string, source: string, languages: string[]): SurveyFile {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    const faults = document.errors.map(
      (error) => `${name}:${lines.linePos(error.pos[0]).line}: ${error.message}`,
    )
    throw new Refused(faults.join('\n'))
  }
  const tree: unknown = document.toJS({ maxAliasCount: 100 })
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

/** The line of a field, or of the nearest thing around it where the field is absent. */
function lineOf(document: Document, lines: LineCounter, path: (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number] } | undefined
    if (node?.range) return lines.linePos(node.range[0]).line
  }
  return 1
}
