import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter } from 'yaml'
import { readYaml } from './survey-yaml.ts'
import { readDraft } from './survey/draft/draft.ts'
import type { DraftFault } from './survey/draft/reasons.ts'
import type { Path } from './survey/draft/tree.ts'
import type { Content } from './survey/questionnaire.ts'

/** A survey file, read and checked. `tree` is what it says, as `export` gives it back. */
export interface SurveyFile {
  content: Content
  tree: unknown
}

/** What is wrong with a survey file: where, and what, by its code where a field is meant. */
export interface FileFault {
  /** absent where it is the file as a whole */
  line?: number
  /** in English */
  message: string
  field?: DraftFault
}

/** Reads YAML or JSON with every fault at once, in the order of its lines. */
export function readSurvey(
  source: string,
  languages: string[],
): SurveyFile | { faults: FileFault[] } {
  const yaml = readYaml(source)
  if ('faults' in yaml) return yaml
  const { tree, document, lines } = yaml
  const read = readDraft(tree, languages)
  if ('content' in read) return { content: read.content, tree }
  const faults = read.faults.map((field) => ({
    line: lineOf(document, lines, field.path),
    message: field.reason,
    field,
  }))
  return { faults: faults.toSorted((a, b) => a.line - b.line) }
}

/** The line of a field, or of the nearest thing around it where the field is absent. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
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
