import { LIX_LANGUAGES, lix } from '../../src/survey/quality/lix.ts'
import { textsIn } from '../../src/survey/draft/texts.ts'
import type { Path } from '../../src/survey/draft/tree.ts'
import { placeOf } from '../../src/survey/draft/describe.ts'
import { type Editor, fieldId } from './editor.ts'
import { reach } from './reach.ts'

/** Everything to correct, and how much might be better, with a way to each field. */
export function Summary({ editor }: { editor: Editor }) {
  const { faults, hints, say } = editor
  if (faults.length + hints.length === 0) {
    return (
      <p class="ed-explained">
        {say('summary.fine')} <Readability editor={editor} />
      </p>
    )
  }
  return (
    <details class="ed-part ed-summary">
      <summary>
        <h2>
          {[
            faults.length > 0 && say('summary.faults', { count: faults.length }),
            hints.length > 0 && say('summary.hints', { count: hints.length }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </h2>
      </summary>
      <p class="ed-explained">
        {say('summary.text')} <Readability editor={editor} />
      </p>
      <ul>
        {faults.map(({ path, code, values }) => (
          <Line
            key={`${path.join('.')} ${code}`}
            editor={editor}
            path={path}
            words={say(`fault.${code}`, values)}
          />
        ))}
        {hints.map(({ path, code, values, language }) => (
          <Line
            key={`${path.join('.')} ${code}`}
            editor={editor}
            path={path}
            words={say(`hint.${code}`, {
              ...values,
              ...(language && { language: editor.called(language) }),
            })}
          />
        ))}
      </ul>
    </details>
  )
}

function Line({ editor, path, words }: { editor: Editor; path: Path; words: string }) {
  const go = (event: Event) => {
    event.preventDefault()
    const { languages, show } = editor
    const last = String(path.at(-1))
    if (languages.includes(last)) show(last)
    reach(fieldId(path))
  }
  return (
    <li>
      <a href={`#${fieldId(path)}`} onClick={go}>
        {placeOf(editor, editor.tree, path)}
      </a>
      : {words}
    </li>
  )
}

/** LIX of everything that a citizen reads. */
function Readability({ editor }: { editor: Editor }) {
  const { languages, say, tree } = editor
  const read = textsIn(tree).filter(({ path }) => path[0] !== 'privacy' && path[0] !== 'sites')
  const scores = languages
    .filter((language) => LIX_LANGUAGES.includes(language))
    .flatMap((language) => {
      const all = read.flatMap(({ words }) => words[language]?.replace(/(?<![.:!?])$/, '.') ?? [])
      const score = lix(all.join(' '))
      return score === undefined ? [] : [`${editor.called(language)} ${score}`]
    })
  return scores.length > 0 ? <>{say('summary.lix', { scores: scores.join(', ') })}</> : null
}
