import './older.ts'
import { render } from 'preact'
import { stayAwake } from './awake.ts'
import { guard } from './guard.ts'
import { Screens } from './screens/screens.tsx'
import type { Stage } from './screens/stage.ts'
import { followSeen } from './seen.ts'
import { makeSpeech } from './speech.ts'
import { openStation } from './station.ts'
import { watchUpdates } from './update.ts'

// The one file of the tablet that reads clocks and chance.
const version = document.documentElement.dataset['version'] ?? ''
const code = takeCode()
const [steadyFrom, wallFrom] = [performance.now(), Date.now()]
// One of them may stand still while the tablet sleeps, the other may be set back.
const elapsed = () => Math.max(performance.now() - steadyFrom, Date.now() - wallFrom)

guard(window)
followSeen(window)
stayAwake(window)
const updates = watchUpdates(navigator.serviceWorker, elapsed, () => location.reload())
void open()

async function open() {
  const station = await openStation({
    version,
    fetch: (path, init) => fetch(path, init),
    wall: () => Date.now(),
    steady: () => performance.now(),
    random: () => Math.random(),
    after(milliseconds, what) {
      const timer = setTimeout(what, milliseconds)
      return () => clearTimeout(timer)
    },
    onOnline: (what) => addEventListener('online', what),
    onHidden(what) {
      document.addEventListener('visibilitychange', () => what(document.hidden))
    },
    locks: navigator.locks,
    storage: navigator.storage,
    forget: updates.forget,
  })
  const stage: Stage = {
    page: window,
    station,
    speech: makeSpeech(window.speechSynthesis),
    updates,
    elapsed,
    newId: () => crypto.randomUUID(),
    wished: navigator.languages,
    version,
  }
  render(<Screens stage={stage} code={code} />, document.querySelector('#kiosk')!)
}

/** The code that a QR code's address brings; it is taken out of the address at once. */
function takeCode(): string | undefined {
  const code = location.hash.slice(1)
  history.replaceState(history.state, '', location.pathname)
  return code || undefined
}
