import type { Path } from '../../src/survey/draft/tree.ts'
import { valueAt } from '../../src/survey/draft/tree.ts'
import type { Hint } from '../../src/survey/quality/hint.ts'
import { type Editor, fieldId, notesAt, notesId } from './editor.ts'

/** What is wrong with a field, and what might be better; nothing where all is well. */
export function Notes({ editor, path }: { editor: Editor; path: Path }) {
  const { faults, hints } = notesAt(editor, path)
  if (faults.length + hints.length === 0) return null
  const { say } = editor
  return (
    <div class="ed-notes" id={notesId(path)}>
      {faults.map(({ code, values }) => (
        <p class="ed-fault" key={code}>
          {say(`fault.${code}`, values)}
        </p>
      ))}
      {hints.map((hint) => (
        <HintLine editor={editor} hint={hint} key={hint.code} />
      ))}
    </div>
  )
}

function HintLine({ editor, hint }: { editor: Editor; hint: Hint }) {
  const { say, session, tree, languages } = editor
  const { code, values, mark, language, path } = hint
  const told = { ...values, ...(language && { language: editor.called(language) }) }
  const confirm = () => {
    const source = valueAt(tree, [...path.slice(0, -1), languages[0]!])
    session.confirm(mark!, String(source ?? ''))
    document.getElementById(fieldId(path))?.focus()
  }
  return (
    <p class="ed-hint">
      {say(`hint.${code}`, told)}{' '}
      {mark !== undefined && (
        <button type="button" class="ed-small" onClick={confirm}>
          {say('hint.confirm')}
        </button>
      )}
    </p>
  )
}

/** The attributes that tie a field to its notes. */
export function notedBy(editor: Editor, path: Path) {
  const { faults, hints } = notesAt(editor, path)
  return {
    id: fieldId(path),
    'aria-describedby': faults.length + hints.length > 0 ? notesId(path) : undefined,
    'aria-invalid': faults.length > 0 ? ('true' as const) : undefined,
  }
}
