import { useLayoutEffect, useState } from 'preact/hooks'
import { plainLook, show } from '../look.ts'
import type { Tries } from '../pin-tries.ts'
import { Enrol } from './enrol.tsx'
import { usePresence, useWords } from './hooks.ts'
import { Pin } from './pin.tsx'
import { Settings } from './settings.tsx'
import type { Stage } from './stage.ts'

interface Props {
  stage: Stage
  language: string
  setLanguage: (language: string) => void
  tries: { current: Tries }
  /** whoever was before the tablet is gone: the staff sees nobody's answers */
  opened: () => void
  close: () => void
}

/** Behind the PIN. Left alone, it closes by itself. */
export function Staff({ stage, language, setLanguage, tries, opened, close }: Props) {
  const [room, setRoom] = useState<'pin' | 'settings' | 'enrol'>('pin')
  const words = useWords(language)
  usePresence(stage.elapsed, false, close)
  useLayoutEffect(() => show(stage.page.document, language, plainLook), [language])

  const common = { stage, words, language, setLanguage }
  if (room === 'pin') {
    const open = () => {
      opened()
      setRoom('settings')
    }
    return <Pin {...common} tries={tries} open={open} back={close} />
  }
  if (room === 'enrol') return <Enrol {...common} code={undefined} back={close} />
  return <Settings {...common} enrol={() => setRoom('enrol')} close={close} />
}
