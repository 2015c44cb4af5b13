import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter } from 'yaml'
import { readDraft } from '../survey/draft/draft.ts'
import type { Content } from '../survey/questionnaire.ts'
import { readYaml } from '../survey-yaml.ts'
import { Refused } from './context.ts'

/** A survey file, read and checked. `tree` is what it says, as `export` gives it back. */
export interface SurveyFile {
  content: Content
  tree: unknown
}

/** Reads YAML or JSON; refuses with every fault at once: file, line, field, reason. */
export function readSurveyFile(name: string, source: string, languages: string[]): SurveyFile {
  const yaml = readYaml(source)
  if ('faults' in yaml) {
    const at = (line?: number) => (line === undefined ? name : `${name}:${line}`)
    throw new Refused(yaml.faults.map(({ line, message }) => `${at(line)}: ${message}`).join('\n'))
  }
  const { tree, document, lines } = yaml
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
