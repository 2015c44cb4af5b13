import { useState } from 'preact/hooks'
import { binsOf, rangeWords, withUnit } from '../../src/survey/bins.ts'
import { readQuestion } from '../../src/survey/draft/question.ts'
import { Node } from '../../src/survey/draft/node.ts'
import { mapOf, type Path, valueAt } from '../../src/survey/draft/tree.ts'
import type { Numeric } from '../../src/survey/questionnaire.ts'
import type { Editor } from './editor.ts'
import { notedBy, Notes } from './notes.tsx'
import { put } from './operations.ts'
import { LineField, SelectField, typed } from './small-fields.tsx'
import { TextField } from './text-field.tsx'

interface Props {
  editor: Editor
  path: Path
}

/** What a number has of its own: its bounds and unit, and in which bins it is counted. */
export function NumberFields({ editor, path }: Props) {
  const { say, session, tree } = editor
  const decimals = [...path, 'decimals']
  return (
    <>
      <div class="ed-pair">
        <LineField
          editor={editor}
          path={[...path, 'from']}
          type="decimal"
          label={say('field.least')}
        />
        <LineField
          editor={editor}
          path={[...path, 'to']}
          type="decimal"
          label={say('field.most')}
        />
        <SelectField
          editor={editor}
          path={decimals}
          label={say('field.decimals')}
          options={['0', '1'].map((value) => ({ value, label: say(`decimals.${value}`) }))}
          chosen={String(valueAt(tree, decimals) ?? 0)}
          onChoose={(value) =>
            session.change((now) => put(now, decimals, value === '0' ? undefined : Number(value)))
          }
        />
      </div>
      <TextField editor={editor} path={[...path, 'unit']} label={say('field.unit')} />
      <Bins editor={editor} path={[...path, 'bins']} />
    </>
  )
}

/** Where bins begin, in a line; under it what they are then, also where none are given. */
function Bins({ editor, path }: Props) {
  const { say, session, tree } = editor
  const given = valueAt(tree, path)
  const noted = notedBy(editor, path)
  const are = counted(editor, path.slice(0, -1))
  // While it is being written the line stays as it is: its caret would jump.
  const [line, setLine] = useState<string>()
  const change = (words: string) => {
    setLine(words)
    session.change((now) => put(now, path, startsIn(words)), path.join('.'))
  }
  return (
    <div class="ed-line">
      <label for={noted.id}>{say('field.bins')}</label>
      <p class="ed-explained">{say('field.binsHint')}</p>
      <input
        {...noted}
        type="text"
        autocomplete="off"
        value={
          line ??
          [given ?? []]
            .flat()
            .map((one) => typed(editor, one))
            .join('; ')
        }
        onInput={({ currentTarget }) => change(currentTarget.value)}
        onBlur={() => setLine(undefined)}
      />
      {are && <p class="ed-explained">{are}</p>}
      <Notes editor={editor} path={path} />
      {Array.isArray(given) &&
        given.map((_, place) => <Notes editor={editor} path={[...path, place]} key={place} />)}
    </div>
  )
}

/** A list as soon as it can be read. */
function startsIn(line: string): number[] | string | undefined {
  if (line.trim() === '') return undefined
  const parts = line.trim().split(/\s*;\s*|\s+/)
  const isWhole = parts.every((part) => /^-?\d+([.,]\d+)?$/.test(part))
  return isWhole ? parts.map((part) => Number(part.replace(',', '.'))) : line
}

/** The bins in words, where the question can be read so far. */
function counted({ say, tree, languages, page }: Editor, path: Path): string {
  const faults: Node['faults'] = []
  const { showIf: _, ...rest } = mapOf(valueAt(tree, path))
  const question = readQuestion(new Node(rest, [], faults), languages, [])
  if (
    faults.some(({ path: [field] }) => ['from', 'to', 'decimals', 'bins'].includes(String(field)))
  )
    return ''
  const { language } = page
  const ranges = binsOf(question as Numeric).map((bin) => rangeWords(bin, language))
  const list = new Intl.ListFormat(language).format(ranges)
  return say('field.binsAre', { bins: withUnit(question as Numeric, list, language) })
}
