import { MANY_GROUPS, MOST_BREAKDOWNS } from '../../src/survey/breakdown.ts'
import { listOf, mapOf } from '../../src/survey/draft/tree.ts'
import type { Editor } from './editor.ts'
import { Notes } from './notes.tsx'
import { put } from './operations.ts'

const path = ['breakdowns']

interface Offer {
  id: string
  label: string
  /** options of a background question */
  groups: number
}

/** By what the final results may be broken down: facts of the survey, and background questions. */
export function Breakdowns({ editor }: { editor: Editor }) {
  const { say, session, tree } = editor
  const declared = listOf(tree['breakdowns']).map(String)
  const offers = offersOf(editor)
  // What is declared and no longer there can still be taken away.
  const gone = declared
    .filter((id) => !offers.some((offer) => offer.id === id))
    .map((id): Offer => ({ id, label: id, groups: 0 }))
  const change = (id: string, on: boolean) => {
    const rest = declared.filter((one) => one !== id)
    const next = on ? [...rest, id] : rest
    session.change((now) => put(now, path, next.length > 0 ? next : undefined))
  }
  return (
    <fieldset class="ed-breakdowns">
      <legend>{say('breakdowns.title')}</legend>
      <p class="ed-explained">{say('breakdowns.hint', { most: MOST_BREAKDOWNS })}</p>
      {[...offers, ...gone].map(({ id, label, groups }) => (
        <div key={id} class="ed-flag">
          <label>
            <input
              type="checkbox"
              checked={declared.includes(id)}
              onChange={({ currentTarget }) => change(id, currentTarget.checked)}
            />{' '}
            {label}
          </label>
          {declared.includes(id) && groups > MANY_GROUPS && (
            <p class="ed-explained">{say('breakdowns.many', { count: groups })}</p>
          )}
          {declared.includes(id) && (
            <Notes editor={editor} path={[...path, declared.indexOf(id)]} />
          )}
        </div>
      ))}
      <Notes editor={editor} path={path} />
    </fieldset>
  )
}

function offersOf({ say, tree, languages }: Editor): Offer[] {
  const questions = listOf(tree['questions']).flatMap((item, index): Offer[] => {
    const question = mapOf(item)
    if (question['kind'] !== 'choice' && question['kind'] !== 'scale') return []
    const words = mapOf(question['text'])[languages[0] ?? '']
    const text = typeof words === 'string' && words ? words : String(question['id'])
    const label = say('breakdowns.question', { number: index + 1, text })
    return [{ id: String(question['id']), label, groups: listOf(question['options']).length }]
  })
  return [
    { id: 'channel', label: say('breakdowns.channel'), groups: 0 },
    { id: 'language', label: say('breakdowns.language'), groups: 0 },
    ...questions,
  ]
}
