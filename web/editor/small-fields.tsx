import { type Path, valueAt } from '../../src/survey/draft/tree.ts'
import { type Editor, fieldId } from './editor.ts'
import { notedBy, Notes } from './notes.tsx'
import { put } from './operations.ts'

interface Props {
  editor: Editor
  path: Path
  label: string
  hint?: string
}

interface LineProps extends Props {
  type?: 'text' | 'date' | 'number' | 'decimal'
  list?: string
}

/** What is read as a number; anything else stays as it was written. */
const shapes: Partial<Record<string, RegExp>> = {
  number: /^\d{1,9}$/,
  decimal: /^-?\d{1,9}([.,]\d{1,3})?$/,
}

/** One line: a date, a number or a word. What cannot be read is kept, and said to be faulty. */
export function LineField({ editor, path, label, hint, type = 'text', list }: LineProps) {
  const { session, tree } = editor
  const change = (value: string) => {
    const read = shapes[type]?.test(value) ? Number(value.replace(',', '.')) : value
    session.change((now) => put(now, path, value === '' ? undefined : read), path.join('.'))
  }
  return (
    <div class="ed-line">
      <label for={fieldId(path)}>{label}</label>
      {hint && <p class="ed-explained">{hint}</p>}
      <input
        {...notedBy(editor, path)}
        type={type === 'date' ? 'date' : 'text'}
        inputMode={type === 'number' ? 'numeric' : undefined}
        class={type === 'text' ? undefined : 'ed-short'}
        list={list}
        autocomplete="off"
        value={typed(editor, valueAt(tree, path) ?? '')}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
      <Notes editor={editor} path={path} />
    </div>
  )
}

/** As it is written here: a number that was read must not turn under the hand that writes it. */
export const typed = ({ page }: Editor, value: unknown) =>
  typeof value === 'number' && page.language !== 'en'
    ? String(value).replace('.', ',')
    : String(value)

/** Yes or no; no is what a file leaves out. */
export function FlagField({ editor, path, label }: Props) {
  const { session, tree } = editor
  const change = (checked: boolean) =>
    session.change((now) => put(now, path, checked ? true : undefined))
  return (
    <div class="ed-flag">
      <label>
        <input
          type="checkbox"
          {...notedBy(editor, path)}
          checked={valueAt(tree, path) === true}
          onChange={({ currentTarget }) => change(currentTarget.checked)}
        />{' '}
        {label}
      </label>
      <Notes editor={editor} path={path} />
    </div>
  )
}

interface ChoiceProps extends Props {
  options: { value: string; label: string }[]
  chosen: string
  onChoose(value: string): void
}

export function SelectField({ editor, path, label, options, chosen, onChoose }: ChoiceProps) {
  return (
    <div class="ed-line">
      <label for={fieldId(path)}>{label}</label>
      <select
        {...notedBy(editor, path)}
        value={chosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Notes editor={editor} path={path} />
    </div>
  )
}
