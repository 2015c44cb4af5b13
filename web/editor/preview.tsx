import { useEffect, useRef, useState } from 'preact/hooks'
import type { Editor } from './editor.ts'

/** The real pages, as they were last saved: the questionnaire on a phone, or the tablet. */
export function Preview({ editor }: { editor: Editor }) {
  const { languages, page, say } = editor
  const [asked, setAsked] = useState(languages[0])
  const [on, setOn] = useState<'phone' | 'kiosk'>('phone')
  const language = languages.includes(asked ?? '') ? asked : languages[0]
  return (
    <aside class="ed-preview" aria-labelledby="ed-preview">
      <h2 id="ed-preview">{say(`preview.${on === 'phone' ? 'title' : 'kiosk'}`)}</h2>
      <div class="ed-buttons">
        {(['phone', 'kiosk'] as const).map((one) => (
          <button
            key={one}
            type="button"
            class="ed-small"
            aria-pressed={one === on}
            onClick={() => setOn(one)}
          >
            {say(`preview.on.${one}`)}
          </button>
        ))}
      </div>
      {on === 'phone' && (
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
      )}
      {on === 'phone' ? (
        <Frame
          editor={editor}
          look="ed-phone"
          title={say('preview.title')}
          address={`${page.preview}?lang=${encodeURIComponent(language ?? '')}`}
        />
      ) : (
        <>
          <p class="ed-explained">{say('preview.kioskText')}</p>
          <div class="ed-tablet">
            <Frame
              editor={editor}
              look="ed-screen"
              title={say('preview.kiosk')}
              address={page.kiosk}
            />
          </div>
        </>
      )}
    </aside>
  )
}

interface FrameProps {
  editor: Editor
  look: string
  title: string
  address: string
}

/** Shows the draft anew each time that it has been saved. */
function Frame({ editor, look, title, address }: FrameProps) {
  const { revision } = editor.state
  const frame = useRef<HTMLIFrameElement>(null)
  const seen = useRef(revision)
  useEffect(() => {
    if (seen.current === revision) return
    seen.current = revision
    frame.current?.contentWindow?.location.reload()
  }, [revision])
  return <iframe ref={frame} class={look} title={title} src={address} />
}
