import { CODE, FAIR, ZONE } from './server.ts'
import { simulate } from './simulation.ts'
import { makeWorld, stored } from './world.ts'

export const rig = { makeWorld, stored, simulate, CODE, FAIR, ZONE }

declare global {
  /** in the page that the tests drive */
  var kiosk: typeof rig
}

Object.assign(globalThis, { kiosk: rig })
