import { mapOf, type Path, valueAt } from '../../src/survey/draft/tree.ts'
import type { Editor } from './editor.ts'
import { notedBy, Notes } from './notes.tsx'
import { putWords } from './operations.ts'

interface Props {
  editor: Editor
  path: Path
  label: string
  hint?: string
  rows?: number
}

/** A text side by side in every language of the survey. */
export function TextField({ editor, path, label, hint, rows = 1 }: Props) {
  const { languages, page, session, say, tree } = editor
  const words = mapOf(valueAt(tree, path))
  return (
    <div class="ed-text">
      {hint && <p class="ed-explained">{hint}</p>}
      <div class="ed-sides">
        {languages.map((language) => {
          const own = [...path, language]
          const noted = notedBy(editor, own)
          const { name } = page.languages.find(({ id }) => id === language) ?? { name: language }
          const change = (value: string) =>
            session.change((now) => putWords(now, path, language, value), own.join('.'))
          return (
            <div class={sideClass(editor, language)} key={language}>
              <label for={noted.id}>
                {label} <span class="ed-language">{say('field.in', { language: name })}</span>
              </label>
              <textarea
                {...noted}
                lang={language}
                dir="auto"
                rows={rows}
                value={String(words[language] ?? '')}
                onInput={({ currentTarget }) => change(currentTarget.value)}
              />
              <Notes editor={editor} path={own} />
            </div>
          )
        })}
      </div>
      <Notes editor={editor} path={path} />
    </div>
  )
}

/** The column of a language; where there is room for one, those that are not shown are hidden. */
export const sideClass = ({ shown }: Editor, language: string) =>
  language === shown ? 'ed-side' : 'ed-side ed-side-other'
