import { useState } from 'preact/hooks'
import type { Station } from '../station.ts'
import type { Words } from '../words.ts'
import { Dialog } from './frame.tsx'

interface Props {
  station: Station
  queued: number
  words: Words
  left: () => void
  stay: () => void
}

/** The tablet forgets everything; where answers wait, it first says how many would be lost. */
export function Leaving({ station, queued, words, left, stay }: Props) {
  const [waiting, setWaiting] = useState(false)
  const [busy, setBusy] = useState(false)

  async function leave() {
    if (busy) return
    setBusy(true)
    const gone = await station.leave(waiting)
    setBusy(false)
    if (gone) left()
    else setWaiting(true)
  }
  return (
    <Dialog title={words('kiosk:staff.leaving.title')} onDismiss={stay}>
      <p id="asked-more">
        {waiting
          ? words('kiosk:staff.leaving.waiting', { count: queued })
          : words('kiosk:staff.leaving.text')}
      </p>
      <div class="choice">
        <button type="button" class="button" onClick={stay}>
          {words('kiosk:staff.leaving.no')}
        </button>
        <button
          type="button"
          class="button plain"
          aria-disabled={busy}
          onClick={() => void leave()}
        >
          {waiting
            ? words('kiosk:staff.leaving.lose', { count: queued })
            : words('kiosk:staff.leaving.yes')}
        </button>
      </div>
    </Dialog>
  )
}
