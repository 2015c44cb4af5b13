import { useEffect, useState } from 'preact/hooks'
import type { Look } from '../look.ts'
import type { Speech } from '../speech.ts'
import type { Words } from '../words.ts'

interface Props {
  words: Words
  language: string
  speech: Speech
  reading: boolean
  listen: () => void
  look: Look
  setLook: (look: Look) => void
  stop: () => void
}

/** What helps this person with the screen, and the way to give up. */
export function Tools({ words, language, speech, reading, listen, look, setLook, stop }: Props) {
  const speaks = useSpeaks(speech, language)
  return (
    <fieldset class="tools" aria-label={words('kiosk:tools.name')}>
      {speaks && (
        <button type="button" onClick={listen}>
          {words(reading ? 'kiosk:tools.hush' : 'kiosk:tools.listen')}
        </button>
      )}
      <button
        type="button"
        aria-pressed={look.large}
        onClick={() => setLook({ ...look, large: !look.large })}
      >
        {words('kiosk:tools.large')}
      </button>
      <button
        type="button"
        aria-pressed={look.contrast}
        onClick={() => setLook({ ...look, contrast: !look.contrast })}
      >
        {words('kiosk:tools.contrast')}
      </button>
      <button type="button" onClick={stop}>
        {words('kiosk:tools.stop')}
      </button>
    </fieldset>
  )
}

function useSpeaks(speech: Speech, language: string): boolean {
  const [speaks, setSpeaks] = useState(() => speech.speaks(language))
  useEffect(() => speech.onVoices(() => setSpeaks(speech.speaks(language))), [speech, language])
  return speaks
}
