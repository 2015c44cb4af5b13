import { listOf, mapOf, type Path, valueAt } from '../../src/survey/draft/tree.ts'
import { Adder } from './adder.tsx'
import { nameOf } from '../../src/survey/draft/describe.ts'
import { type Editor, fieldId } from './editor.ts'
import { ItemButtons } from './item-buttons.tsx'
import { Notes } from './notes.tsx'
import { addOption } from './operations.ts'
import { TextField } from './text-field.tsx'

/** The options of a question: words in every language, in an order that can be changed. */
export function Options({ editor, path }: { editor: Editor; path: Path }) {
  const { say, session, tree, languages } = editor
  const options = listOf(valueAt(tree, path))
  return (
    <fieldset class="ed-options">
      <legend>{say('options.title')}</legend>
      <Notes editor={editor} path={path} />
      <ol>
        {options.map((option, index) => (
          <li key={String(mapOf(option)['id'] ?? index)}>
            <TextField
              editor={editor}
              path={[...path, index, 'text']}
              label={say('options.one', { number: index + 1 })}
            />
            <Notes editor={editor} path={[...path, index, 'id']} />
            <p class="ed-buttons">
              <ItemButtons
                editor={editor}
                list={path}
                index={index}
                name={nameOf(editor, [...path, index])}
              />
            </p>
          </li>
        ))}
      </ol>
      <Adder
        id={`add-${fieldId(path)}`}
        label={say('options.new', { language: editor.called(languages[0] ?? 'sv') })}
        button={say('options.add')}
        language={languages[0]}
        onAdd={(words) => session.change((now) => addOption(now, path, words))}
      />
    </fieldset>
  )
}
