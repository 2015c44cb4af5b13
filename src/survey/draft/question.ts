import {
  DONT_KNOW,
  type Kind,
  NONE,
  type Option,
  OTHER,
  type Question,
  type QuestionOf,
} from '../questionnaire.ts'
import { readCondition } from './condition.ts'
import { Node, unique } from './node.ts'
import { readBounds } from './bounds.ts'

const common = ['id', 'kind', 'text', 'help', 'required', 'showIf'] as const
type Common = Record<(typeof common)[number], Node>
type Base = Omit<QuestionOf<'text'>, 'kind' | 'max'>

/** The fields of the form that are not questions. */
const reservedIds = ['submission', 'lang', 'site', 'to', 'channel']
const reservedOptions = [OTHER, NONE, DONT_KNOW]

/** What each kind has beside the common fields, and how it is read. */
const shapes: {
  [K in Kind]: {
    fields: readonly string[]
    read: (fields: Record<string, Node>, base: Base, languages: string[]) => QuestionOf<K>
  }
} = {
  choice: {
    fields: ['options', 'other'],
    read: (fields, base, languages) => ({
      ...base,
      kind: 'choice',
      options: readOptions(fields['options']!, languages),
      other: fields['other']!.flag(),
    }),
  },
  choices: {
    fields: ['options', 'other', 'none', 'max'],
    read: (fields, base, languages) => ({
      ...base,
      kind: 'choices',
      options: readOptions(fields['options']!, languages),
      other: fields['other']!.flag(),
      none: fields['none']!.flag(),
      ...(!fields['max']!.absent && { max: fields['max']!.whole(1, 50) }),
    }),
  },
  scale: {
    fields: ['from', 'to', 'dontKnow'],
    read(fields, base, languages) {
      const from = readEnd(fields['from']!, languages)
      const to = readEnd(fields['to']!, languages)
      if (to.value <= from.value) fields['to']!.fault('scaleEnds')
      if (to.value - from.value > 10) fields['to']!.fault('scaleSteps')
      return {
        ...base,
        kind: 'scale',
        from: from.value,
        to: to.value,
        ...(from.text && { fromText: from.text }),
        ...(to.text && { toText: to.text }),
        dontKnow: fields['dontKnow']!.flag(),
      }
    },
  },
  number: {
    fields: ['from', 'to', 'decimals', 'unit', 'bins'],
    read(fields, base, languages) {
      const { unit } = fields
      return {
        ...base,
        kind: 'number',
        ...readBounds(fields),
        ...(!unit!.absent && { unit: unit!.text(languages, 40) }),
      }
    },
  },
  ranking: {
    fields: ['options', 'max'],
    read(fields, base, languages) {
      const options = readOptions(fields['options']!, languages)
      const max = fields['max']!.absent
        ? options.length
        : fields['max']!.whole(1, Math.max(1, options.length))
      return { ...base, kind: 'ranking', options, max }
    },
  },
  text: {
    fields: ['max', 'quotable'],
    read: (fields, base) => ({
      ...base,
      kind: 'text',
      max: fields['max']!.absent ? 1000 : fields['max']!.whole(1, 5000),
      ...(fields['quotable']!.flag() && { quotable: true }),
    }),
  },
}

/** Reads a question of a survey file; `earlier` are those it may hang on. */
export function readQuestion(
  node: Node,
  languages: string[],
  earlier: Question[],
): Question | undefined {
  const value = node.value as { kind?: unknown } | null
  const kind = typeof value === 'object' && value !== null ? value.kind : undefined
  if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind)) {
    const at = new Node(kind, [...node.path, 'kind'], node.faults)
    at.fault('kind', { known: Object.keys(shapes).join(', ') })
    return undefined
  }
  const shape = shapes[kind as Kind]
  const fields = node.fields([...common, ...shape.fields]) as Common & Record<string, Node>
  const base: Base = {
    id: fields.id.id(reservedIds),
    text: fields.text.text(languages, 500),
    ...(!fields.help.absent && { help: fields.help.text(languages, 1000) }),
    required: fields.required.flag(),
    ...readCondition(fields.showIf, earlier),
  }
  return shape.read(fields, base, languages)
}

function readOptions(node: Node, languages: string[]): Option[] {
  const read = node.items(2, 50).map((item) => {
    const fields = item.fields(['id', 'text'])
    const option = { id: fields.id.id(reservedOptions), text: fields.text.text(languages, 300) }
    return { option, node: fields.id }
  })
  unique(read.map(({ option, node }) => ({ id: option.id, node })))
  return read.map(({ option }) => option)
}

/** One end of a scale: a number, or `{ value, text }` with the words for it. */
function readEnd(node: Node, languages: string[]) {
  if (typeof node.value === 'number') return { value: node.whole(0, 100), text: undefined }
  const fields = node.fields(['value', 'text'])
  const text = fields.text.absent ? undefined : fields.text.text(languages, 100)
  return { value: fields.value.whole(0, 100), text }
}
