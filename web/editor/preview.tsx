import { useEffect, useRef, useState } from 'preact/hooks'
import type { Editor } from './editor.ts'

/** The real questionnaire on a phone, as it was last saved. */
export function Preview({ editor }: { editor: Editor }) {
  const { languages, page, say, state } = editor
  const [asked, setAsked] = useState(languages[0])
  const frame = useRef<HTMLIFrameElement>(null)
  const language = languages.includes(asked ?? '') ? asked : languages[0]
  const { revision } = state
  const seen = useRef(revision)
  useEffect(() => {
    if (seen.current === revision) return
    seen.current = revision
    frame.current?.contentWindow?.location.reload()
  }, [revision])
  return (
    <aside class="ed-preview" aria-labelledby="ed-preview">
      <h2 id="ed-preview">{say('preview.title')}</h2>
      <div class="ed-buttons">
        {languages.map((one) => (
          <button
            key={one}
            type="button"
            class="ed-small"
            lang={one}
            aria-pressed={one === language}
            onClick={() => setAsked(one)}
          >
            {page.languages.find(({ id }) => id === one)?.name ?? one}
          </button>
        ))}
      </div>
      <iframe
        ref={frame}
        class="ed-phone"
        title={say('preview.title')}
        src={`${page.preview}?lang=${encodeURIComponent(language ?? '')}`}
      />
    </aside>
  )
}
