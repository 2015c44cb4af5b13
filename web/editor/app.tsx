import { useEffect, useMemo, useState } from 'preact/hooks'
import { readDraft } from '../../src/survey/draft/draft.ts'
import type { EditorData } from '../../src/survey/draft/editor-data.ts'
import { languagesOf } from '../../src/survey/draft/tree.ts'
import { hintsOn } from '../../src/survey/quality/hints.ts'
import { Bar } from './bar.tsx'
import { Conflict, Told } from './colleague.tsx'
import type { Editor } from './editor.ts'
import { General } from './general.tsx'
import { Preview } from './preview.tsx'
import { Questions } from './questions.tsx'
import { Privacy, Rules } from './rules.tsx'
import type { Session } from './session.ts'
import { Sites } from './sites.tsx'
import { Summary } from './summary.tsx'
import { sayIn } from './words.ts'

interface AppProps {
  page: EditorData
  session: Session
  /** the id of the field that a link led to, or '' */
  wanted: string
}

/** The whole editor, drawn anew after each change. */
export function App({ page, session, wanted }: AppProps) {
  const [state, setState] = useState(session.state)
  const [asked, show] = useState(wanted.split('.').at(-1))
  useEffect(() => session.watch(() => setState(session.state)), [session])
  const say = useMemo(() => sayIn(page.language, page.words), [page])
  const { tree, marks } = state.history.now
  const faults = useMemo(() => faultsIn(tree, page), [tree, page])
  const hints = useMemo(() => hintsOn(tree, marks), [tree, marks])
  useEffect(() => {
    if (!state.focus) return
    const field = document.getElementById(state.focus)
    field?.focus()
    field?.scrollIntoView({ block: 'nearest' })
    session.focused()
  })
  const isClashing = state.conflict !== undefined
  useEffect(() => {
    if (isClashing) document.getElementById('ed-conflict')?.focus()
  }, [isClashing])
  const languages = languagesOf(tree)
  const names = new Intl.DisplayNames([page.language], { type: 'language' })
  const editor: Editor = {
    page,
    session,
    state,
    tree,
    languages,
    faults,
    hints,
    say,
    called: (language) =>
      /^[a-z-]{2,20}$/i.test(language) ? (names.of(language) ?? language) : language,
    shown: asked && languages.includes(asked) ? asked : (languages[0] ?? ''),
    show,
  }
  return (
    <div class="ed">
      <div class="ed-main">
        <Bar editor={editor} />
        <Conflict editor={editor} />
        <Told editor={editor} />
        <Summary editor={editor} />
        <General editor={editor} />
        <Questions editor={editor} />
        <Rules editor={editor} />
        <Sites editor={editor} />
        <Privacy editor={editor} />
      </div>
      <Preview editor={editor} />
    </div>
  )
}

function faultsIn(tree: Editor['tree'], page: EditorData) {
  const read = readDraft(
    tree,
    page.languages.map(({ id }) => id),
  )
  return 'faults' in read ? read.faults : []
}
