import { openStation } from '../../../web/kiosk/station.ts'

Object.assign(globalThis, { openStation })
