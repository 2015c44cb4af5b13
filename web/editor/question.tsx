import { mapOf, valueAt } from '../../src/survey/draft/tree.ts'
import type { Kind } from '../../src/survey/questionnaire.ts'
import { Condition } from './condition.tsx'
import { nameOf } from '../../src/survey/draft/describe.ts'
import { type Editor, fieldId } from './editor.ts'
import { buttonId, ItemButtons } from './item-buttons.tsx'
import { kindFields } from './kind-fields.tsx'
import { Notes } from './notes.tsx'
import { changeKind, duplicate, kinds, move } from './operations.ts'
import { FlagField, SelectField } from './small-fields.tsx'
import { TextField } from './text-field.tsx'

/** A question with everything that it can be told. */
export function QuestionPart({ editor, index }: { editor: Editor; index: number }) {
  const { say, session, tree } = editor
  const path = ['questions', index]
  const kind = String(mapOf(valueAt(tree, path))['kind'] ?? '')
  const name = nameOf(editor, path)
  const title = `${fieldId(path)}-title`
  const Fields = Object.hasOwn(kindFields, kind) ? kindFields[kind as Kind] : undefined
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the buttons do it too
    <article
      class="ed-question"
      id={fieldId(path)}
      aria-labelledby={title}
      tabIndex={-1}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => drop(editor, event, index)}
    >
      <header class="ed-question-head">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- as above */}
        <h3
          id={title}
          draggable
          onDragStart={({ dataTransfer }) => dataTransfer?.setData(DRAGGED, String(index))}
        >
          <span class="ed-grip" aria-hidden="true">
            ⠿
          </span>{' '}
          {say('question.title', { number: index + 1 })}
        </h3>
        <div class="ed-buttons">
          <ItemButtons editor={editor} list={['questions']} index={index} name={name} />
          <button
            type="button"
            class="ed-small"
            onClick={() =>
              session.change((now) => duplicate(now, index), undefined, {
                focus: buttonId('up', ['questions'], index + 1),
                said: say('said.copied', { name }),
              })
            }
          >
            {say('item.copy')} <span class="unseen">{name}</span>
          </button>
        </div>
      </header>
      <Notes editor={editor} path={path} />
      <Notes editor={editor} path={[...path, 'id']} />
      <TextField editor={editor} path={[...path, 'text']} label={say('field.question')} rows={2} />
      <TextField editor={editor} path={[...path, 'help']} label={say('field.help')} />
      <div class="ed-pair">
        <SelectField
          editor={editor}
          path={[...path, 'kind']}
          label={say('field.kind')}
          options={kindOptions(editor, kind)}
          chosen={kind}
          onChoose={(value) => session.change((now) => changeKind(now, index, value as Kind))}
        />
        <Condition editor={editor} index={index} />
      </div>
      {Fields && <Fields editor={editor} path={path} />}
      <FlagField editor={editor} path={[...path, 'required']} label={say('field.required')} />
    </article>
  )
}

const DRAGGED = 'application/x-svar-question'

/** Dragging is an extra beside the buttons. */
function drop({ session }: Editor, event: DragEvent, to: number) {
  const from = event.dataTransfer?.getData(DRAGGED)
  if (!from) return
  event.preventDefault()
  session.change((now) => move(now, ['questions'], Number(from), to))
}

export const kindOptions = ({ say }: Editor, kind?: string) => [
  ...(kind !== undefined && !kinds.some((one) => one === kind)
    ? [{ value: kind, label: kind }]
    : []),
  ...kinds.map((value) => ({ value, label: say(`kind.${value}`) })),
]
