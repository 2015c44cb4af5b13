import type { Words } from '../../../i18n.ts'
import type { Device } from '../../../survey/tablets/device.ts'
import {
  type Condition,
  conditionOf,
  type Worry,
  worriesOf,
} from '../../../survey/tablets/fleet.ts'
import { type OfficeFrame, officePath } from '../frame.tsx'
import { type Moments, momentsIn } from '../moments.ts'
import { type Numbers, numbersIn } from '../numbers.ts'

/** The devices of an organisation, by site. */
export interface Fleet {
  sites: FleetSite[]
  /** of surveys, by their ids */
  titles: Map<string, Named>
  /** milliseconds since 1970 */
  now: number
}

/** A name in the reader's language, or else with the language that it is in. */
export interface Named {
  name: string
  lang?: string | undefined
}

export interface FleetSite extends Named {
  id: string
  zone: string
  /** no survey has it any more, nor the register, but a device stands there */
  gone: boolean
  devices: Device[]
}

/** A device with what follows from where and when it is looked at. */
export interface Seen {
  device: Device
  site: FleetSite
  condition: Condition
  worries: Worry[]
}

export const seenAtSite = (site: FleetSite, now: number): Seen[] =>
  site.devices.map((device) => seen(site, device, now))

export const seen = (site: FleetSite, device: Device, now: number): Seen => ({
  device,
  site,
  condition: conditionOf(device, now, site.zone),
  worries: worriesOf(device, now, site.zone),
})

/** What it takes to write about devices for the person in front of the page. */
export interface FleetReader {
  language: string
  words: Words
  numbers: Numbers
  moments: Moments
  now: number
  titles: Map<string, Named>
  path(path: string, query?: Record<string, string>): string
}

export function fleetReader(
  frame: OfficeFrame,
  { now, titles }: Pick<Fleet, 'now' | 'titles'>,
): FleetReader {
  const { language, words } = frame
  return {
    language,
    words: (key, values) => words(`office:${key}`, values),
    numbers: numbersIn(language),
    moments: momentsIn(language),
    now,
    titles,
    path: (path, query) => officePath(frame, `/office/tablets${path}`, query),
  }
}

export const devicePath = ({ id }: { id: string }) => `/${encodeURIComponent(id)}`
