import { type Clash, clashKey } from '../../src/survey/draft/merge.ts'
import { placeOf, valueIn } from '../../src/survey/draft/describe.ts'
import type { Editor } from './editor.ts'

/** So many fields are listed; the rest is counted. */
const MOST = 12

/** What a colleague changed meanwhile, where nothing stands in the way of it. */
export function Told({ editor }: { editor: Editor }) {
  const { told } = editor.state
  if (!told) return null
  const { say, session } = editor
  const places = [...new Set(told.paths.map((path) => placeOf(editor, told.tree, path)))]
  return (
    <div class="notice good" id="ed-told">
      <h2>{told.words}</h2>
      <p>{say('told.text')}</p>
      <ul>
        {places.slice(0, MOST).map((place) => (
          <li key={place}>{place}</li>
        ))}
      </ul>
      {places.length > MOST && <p>{say('told.more', { count: places.length - MOST })}</p>}
      <button type="button" class="button plain" onClick={session.heard}>
        {say('told.heard')}
      </button>
    </div>
  )
}

/** Fields that both changed: one chooses, field by field, and until then both are kept. */
export function Conflict({ editor }: { editor: Editor }) {
  const { say, session, state } = editor
  if (!state.conflict) return null
  const { theirs, clashes } = state.conflict
  return (
    <form
      class="notice ed-conflict"
      id="ed-conflict"
      tabIndex={-1}
      aria-labelledby="conflict-title"
      onSubmit={(event) => {
        event.preventDefault()
        session.settle()
      }}
    >
      <h2 id="conflict-title">{theirs.words}</h2>
      <p>{say('conflict.text')}</p>
      {clashes.map((clash) => (
        <ClashField key={clashKey(clash.path)} editor={editor} clash={clash} />
      ))}
      <button type="submit" class="button">
        {say('conflict.settle')}
      </button>
    </form>
  )
}

function ClashField({ editor, clash }: { editor: Editor; clash: Clash }) {
  const { say, session, state } = editor
  const key = clashKey(clash.path)
  const chosen = state.conflict?.choices[key] ?? 'mine'
  return (
    <fieldset>
      <legend>{placeOf(editor, editor.tree, clash.path)}</legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <div class="ed-flag" key={side}>
          <label>
            <input
              type="radio"
              name={key}
              checked={chosen === side}
              onChange={() => session.choose(clash, side)}
            />{' '}
            <strong>{say(`conflict.${side}`)}</strong> {valueIn(editor, clash[side])}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
