import { openStation } from '../../../web/kiosk/station.ts'
import { openStore } from '../../../web/kiosk/store.ts'

/** What a page of the tablet has in its window. */
const parts = { openStation, openStore }

export type PageWindow = typeof globalThis & typeof parts

Object.assign(globalThis, parts)
