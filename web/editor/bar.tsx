import type { Editor } from './editor.ts'

/** Always in view: whether all is saved, a way back, and which language is shown. */
export function Bar({ editor }: { editor: Editor }) {
  const { say, session, state } = editor
  const { past, future } = state.history
  const { is } = state.status
  return (
    <div class="ed-bar">
      <output class={`ed-status ed-status-${is}`} data-status={is} data-revision={state.revision}>
        {statusWords(editor)}
      </output>
      <div class="ed-buttons">
        <button
          type="button"
          class="ed-small"
          id="undo"
          aria-disabled={past.length === 0}
          onClick={() => session.undo(say('said.undone'))}
        >
          {say('bar.undo')}
        </button>
        <button
          type="button"
          class="ed-small"
          aria-disabled={future.length === 0}
          onClick={() => session.redo(say('said.redone'))}
        >
          {say('bar.redo')}
        </button>
      </div>
      <LanguageSwitch editor={editor} />
      <p class="unseen" aria-live="polite">
        {state.said}
      </p>
    </div>
  )
}

function statusWords({ say, state: { status }, page }: Editor): string {
  if (status.is === 'refused') return `${say('status.refused')} ${status.words}`
  if (status.is !== 'saved' || !status.at) return say(`status.${status.is}`)
  const locale = page.language === 'en' ? 'en-GB' : page.language
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return say('status.savedAt', { time: when.format(new Date(status.at)) })
}

/** Where there is room for one column. */
function LanguageSwitch({ editor }: { editor: Editor }) {
  const { languages, page, say, show, shown } = editor
  if (languages.length < 2) return null
  return (
    <fieldset class="ed-switch">
      <legend class="unseen">{say('bar.language')}</legend>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          class="ed-small"
          lang={language}
          aria-pressed={language === shown}
          onClick={() => show(language)}
        >
          {page.languages.find(({ id }) => id === language)?.name ?? language}
        </button>
      ))}
    </fieldset>
  )
}
