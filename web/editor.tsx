import { render } from 'preact'
import type { EditorData } from '../src/survey/draft/editor-data.ts'
import { App } from './editor/app.tsx'
import { keeping } from './editor/kept.ts'
import { sendingTo } from './editor/sending.ts'
import { reach } from './editor/reach.ts'
import { makeSession } from './editor/session.ts'
import { sayIn } from './editor/words.ts'

const root = document.querySelector<HTMLElement>('[data-editor]')
if (root) start(root, JSON.parse(root.dataset['editor']!) as EditorData)

function start(root: HTMLElement, page: EditorData) {
  const say = sayIn(page.language, page.words)
  const tab = (sessionStorage['svar-tab'] ??= crypto.randomUUID()) as string
  const session = makeSession({
    draft: page.draft,
    send: sendingTo(page.save, page.csrf, say('refused.other')),
    kept: keeping(localStorage, page.survey, page.user, tab),
    later(call, after) {
      const timer = setTimeout(call, after)
      return () => clearTimeout(timer)
    },
  })
  addEventListener('online', () => void session.save())
  root.replaceChildren()
  const wanted = location.hash.slice(1)
  render(<App page={page} session={session} wanted={wanted} />, root)
  if (wanted.startsWith('f-')) reach(wanted)
}
