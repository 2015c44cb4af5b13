import { listOf, type Path, valueAt } from '../../src/survey/draft/tree.ts'
import type { Editor } from './editor.ts'
import { move, put } from './operations.ts'

interface Props {
  editor: Editor
  /** of the list */
  list: Path
  index: number
  /** the item in words, for who hears the buttons */
  name: string
}

export const buttonId = (what: string, list: Path, index: number) =>
  `${what}-${[...list, index].join('.')}`

/** Moves an item up or down, or takes it away. The focus goes with the item. */
export function ItemButtons({ editor, list, index, name }: Props) {
  const { session, say, tree } = editor
  const last = listOf(valueAt(tree, list)).length - 1
  const go = (what: 'up' | 'down', to: number) => {
    if (to < 0 || to > last) return
    session.change((now) => move(now, list, index, to), undefined, {
      focus: buttonId(what, list, to),
      said: say('said.moved', { name, place: to + 1, of: last + 1 }),
    })
  }
  const remove = () =>
    session.change((now) => put(now, [...list, index], undefined), undefined, {
      focus: 'undo',
      said: say('said.removed', { name }),
    })
  return (
    <>
      <button
        type="button"
        class="ed-small"
        id={buttonId('up', list, index)}
        aria-disabled={index === 0}
        onClick={() => go('up', index - 1)}
      >
        <span aria-hidden="true">↑</span> <span class="unseen">{say('item.up', { name })}</span>
      </button>
      <button
        type="button"
        class="ed-small"
        id={buttonId('down', list, index)}
        aria-disabled={index === last}
        onClick={() => go('down', index + 1)}
      >
        <span aria-hidden="true">↓</span> <span class="unseen">{say('item.down', { name })}</span>
      </button>
      <button type="button" class="ed-small" onClick={remove}>
        {say('item.remove')} <span class="unseen">{name}</span>
      </button>
    </>
  )
}
