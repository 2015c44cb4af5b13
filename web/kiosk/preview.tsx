import { render } from 'preact'
import type { KioskPreview } from '../../src/survey/kiosk.ts'
import { Screens } from './screens/screens.tsx'
import type { Stage } from './screens/stage.ts'
import { followSeen } from './seen.ts'
import { makeSpeech } from './speech.ts'
import { stillStation } from './still-station.ts'

const place = document.querySelector<HTMLElement>('#kiosk')!
const shown = JSON.parse(place.dataset['preview']!) as KioskPreview

followSeen(window)
const stage: Stage = {
  page: window,
  station: stillStation(shown),
  speech: makeSpeech(window.speechSynthesis as SpeechSynthesis | undefined),
  updates: { occupied() {}, async between() {} },
  elapsed: () => performance.now(),
  newId: () => 'preview',
  wished: navigator.languages,
  version: '',
}
render(<Screens stage={stage} code={undefined} />, place)
