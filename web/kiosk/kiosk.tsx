import { render } from 'preact'
import { stayAwake } from './awake.ts'
import { browserSurroundings } from './browser.ts'
import type { KioskPreview } from '../../src/survey/tablets/kiosk.ts'
import { guard } from './guard.ts'
import { Everyone } from './screens/frame.tsx'
import { Screens } from './screens/screens.tsx'
import type { Stage } from './screens/stage.ts'
import { followSeen } from './seen.ts'
import { makeSpeech } from './speech.ts'
import { openStation, type Station } from './station.ts'
import { stillStation } from './still-station.ts'
import { noUpdates, type Updates, watchUpdates } from './update.ts'

const AGAIN = 30_000
const version = document.documentElement.dataset['version'] ?? ''
const place = document.querySelector<HTMLElement>('#kiosk')!
const surroundings = browserSurroundings(version)
const { wall, steady } = surroundings
const [wallFrom, steadyFrom] = [wall(), steady()]
// One of them may stand still while the tablet sleeps, the other may be set back.
const elapsed = () => Math.max(wall() - wallFrom, steady() - steadyFrom)
const { preview } = place.dataset

followSeen(window)
if (preview === undefined) begin()
else show(stillStation(JSON.parse(preview) as KioskPreview), noUpdates)

/** The station, with everything that a tablet on a wall needs. */
function begin() {
  const code = takeCode()
  guard(window)
  stayAwake(window)
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined
  const updates = watchUpdates(worker, elapsed, () => location.reload())
  openStation(surroundings).then(
    (station) => show(station, updates, code),
    () => {
      render(<Everyone phrase="full" />, place)
      // What is still being mended after a power cut may open the next time.
      setTimeout(() => location.reload(), AGAIN)
    },
  )
}

function show(station: Station, updates: Updates, code?: string) {
  const speech = makeSpeech(window.speechSynthesis as SpeechSynthesis | undefined)
  const newId = () => crypto.randomUUID()
  const wished = navigator.languages
  const stage: Stage = { page: window, station, speech, updates, elapsed, newId, wished, version }
  render(<Screens stage={stage} code={code} />, place)
}

/** The code that a QR code's address brings; it is taken out of the address at once. */
function takeCode(): string | undefined {
  const code = location.hash.slice(1)
  history.replaceState(history.state, '', location.pathname)
  return code || undefined
}
