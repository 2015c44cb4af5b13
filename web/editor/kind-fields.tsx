import type { VNode } from 'preact'
import { isMap, type Path, type Tree, valueAt } from '../../src/survey/draft/tree.ts'
import type { Kind } from '../../src/survey/questionnaire.ts'
import type { Editor } from './editor.ts'
import { NumberFields } from './number-fields.tsx'
import { put } from './operations.ts'
import { Options } from './options.tsx'
import { FlagField, LineField } from './small-fields.tsx'
import { TextField } from './text-field.tsx'

interface Props {
  editor: Editor
  path: Path
}

/** The fields that a kind of question has of its own. */
export const kindFields: Record<Kind, (props: Props) => VNode> = {
  choice: ({ editor, path }) => (
    <>
      <Options editor={editor} path={[...path, 'options']} />
      <FlagField editor={editor} path={[...path, 'other']} label={editor.say('field.other')} />
    </>
  ),
  choices: ({ editor, path }) => (
    <>
      <Options editor={editor} path={[...path, 'options']} />
      <FlagField editor={editor} path={[...path, 'other']} label={editor.say('field.other')} />
      <FlagField editor={editor} path={[...path, 'none']} label={editor.say('field.none')} />
      <LineField
        editor={editor}
        path={[...path, 'max']}
        type="number"
        label={editor.say('field.maxChoices')}
      />
    </>
  ),
  scale: ({ editor, path }) => (
    <>
      <End editor={editor} path={[...path, 'from']} />
      <End editor={editor} path={[...path, 'to']} />
      <FlagField
        editor={editor}
        path={[...path, 'dontKnow']}
        label={editor.say('field.dontKnow')}
      />
    </>
  ),
  number: NumberFields,
  ranking: ({ editor, path }) => (
    <>
      <Options editor={editor} path={[...path, 'options']} />
      <LineField
        editor={editor}
        path={[...path, 'max']}
        type="number"
        label={editor.say('field.maxPlaces')}
      />
    </>
  ),
  text: ({ editor, path }) => (
    <>
      <LineField
        editor={editor}
        path={[...path, 'max']}
        type="number"
        label={editor.say('field.maxSigns')}
        hint={editor.say('field.maxSignsHint')}
      />
      <FlagField
        editor={editor}
        path={[...path, 'quotable']}
        label={editor.say('field.quotable')}
      />
    </>
  ),
}

/** One end of a scale: its number, and what it means. */
function End({ editor, path }: Props) {
  const end = path.at(-1) as 'from' | 'to'
  const whole = withMap(editor, path)
  return (
    <div>
      <LineField
        editor={whole}
        path={[...path, 'value']}
        type="number"
        label={editor.say(`field.${end}`)}
      />
      <TextField editor={whole} path={[...path, 'text']} label={editor.say(`field.${end}Text`)} />
    </div>
  )
}

/** A plain number stands for an end without words; written out, both can be edited. */
function withMap(editor: Editor, path: Path): Editor {
  const written = (tree: Tree) => {
    const value = valueAt(tree, path)
    return isMap(value) ? tree : put(tree, path, { value })
  }
  const { session } = editor
  return {
    ...editor,
    tree: written(editor.tree),
    session: {
      ...session,
      change: (step, field, more) => session.change((tree) => step(written(tree)), field, more),
    } as Editor['session'],
  }
}
