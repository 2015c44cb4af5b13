import { DONT_KNOW, NONE, OTHER } from '../../src/survey/questionnaire.ts'
import { isMap, listOf, mapOf, type Tree } from '../../src/survey/draft/tree.ts'
import { nameOf } from '../../src/survey/draft/describe.ts'
import { type Editor, fieldId } from './editor.ts'
import { Notes } from './notes.tsx'
import { put } from './operations.ts'
import { SelectField } from './small-fields.tsx'

const askable = new Set(['choice', 'choices', 'scale'])

/** Of whom a question is asked: everyone, or those who chose something earlier. */
export function Condition({ editor, index }: { editor: Editor; index: number }) {
  const { say, session, tree } = editor
  const path = ['questions', index, 'showIf']
  const questions = listOf(tree['questions'])
  const condition = mapOf(mapOf(questions[index])['showIf'])
  const on = String(condition['question'] ?? '')
  const earlier = questions
    .slice(0, index)
    .flatMap((question, place) =>
      isMap(question) && askable.has(String(question['kind'])) ? [{ question, place }] : [],
    )
  if (earlier.length === 0 && !on) return null
  const choices = earlier.map(({ question, place }) => ({
    value: String(question['id']),
    label: `${place + 1}. ${nameOf(editor, ['questions', place])}`,
  }))
  const known = choices.some(({ value }) => value === on)
  const choose = (question: string) =>
    session.change((now) => put(now, path, question ? { question, is: [] } : undefined))
  return (
    <div class="ed-condition">
      <SelectField
        editor={editor}
        path={[...path, 'question']}
        label={say('condition.label')}
        options={[
          { value: '', label: say('condition.everyone') },
          ...choices,
          ...(on && !known ? [{ value: on, label: say('condition.gone', { id: on }) }] : []),
        ]}
        chosen={on}
        onChoose={choose}
      />
      {on && (
        <Answers
          editor={editor}
          index={index}
          on={earlier.find(({ question }) => question['id'] === on)}
        />
      )}
    </div>
  )
}

type Earlier = { question: Tree; place: number } | undefined

function Answers({ editor, index, on }: { editor: Editor; index: number; on: Earlier }) {
  const { say, session, tree } = editor
  const path = ['questions', index, 'showIf', 'is']
  const is = mapOf(mapOf(listOf(tree['questions'])[index])['showIf'])['is']
  const chosen = (Array.isArray(is) ? is : [is]).filter((one) => one !== undefined).map(String)
  const offered = on ? answersOf(editor, on.question, on.place) : []
  const gone = chosen.filter((id) => !offered.some((one) => one.id === id))
  const change = (id: string, checked: boolean) =>
    session.change((now) =>
      put(now, path, checked ? [...chosen, id] : chosen.filter((one) => one !== id)),
    )
  return (
    <fieldset id={fieldId(path)}>
      <legend>{say('condition.answers')}</legend>
      {[...offered, ...gone.map((id) => ({ id, label: say('condition.gone', { id }) }))].map(
        ({ id, label }) => (
          <div class="ed-flag" key={id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ currentTarget }) => change(id, currentTarget.checked)}
              />{' '}
              {label}
            </label>
          </div>
        ),
      )}
      <Notes editor={editor} path={path} />
      {chosen.map((_, place) => (
        <Notes editor={editor} path={[...path, place]} key={place} />
      ))}
    </fieldset>
  )
}

/** What can be answered to a question, as a condition may name it. */
function answersOf(editor: Editor, question: Tree, place: number) {
  const { say } = editor
  const own = (id: string) => ({ id, label: say(`fixed.${id}`) })
  const [from, to] = [question['from'], question['to']].map((end) =>
    Number(isMap(end) ? end['value'] : end),
  ) as [number, number]
  const isRange = to > from && to - from <= 10
  return [
    ...listOf(question['options']).flatMap((option, index) =>
      isMap(option)
        ? [
            {
              id: String(option['id']),
              label: nameOf(editor, ['questions', place, 'options', index]),
            },
          ]
        : [],
    ),
    ...(question['kind'] === 'scale' && isRange
      ? Array.from({ length: to - from + 1 }, (_, step) => String(from + step)).map((step) => ({
          id: step,
          label: step,
        }))
      : []),
    ...(question['other'] === true ? [own(OTHER)] : []),
    ...(question['none'] === true ? [own(NONE)] : []),
    ...(question['dontKnow'] === true ? [own(DONT_KNOW)] : []),
  ]
}
