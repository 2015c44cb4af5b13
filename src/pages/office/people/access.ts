import type { Colleague } from '../../../survey/people/colleague.ts'
import { type Access, hasSites } from '../../../survey/rights.ts'
import type { OfficeFrame } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'

/** A site, named in the reader's language, or else with the language that the name is in. */
export interface Place {
  id: string
  name: string
  lang?: string | undefined
}

/** Where a role holds: every site, or these by name. '' where sites have nothing to do with it. */
export function placesIn(frame: OfficeFrame, { role, sites }: Access, all: Place[]): string {
  if (!hasSites(role)) return ''
  if (sites.length === 0) return frame.words('people:sites.all')
  const named = sites.map((id) => all.find((place) => place.id === id)?.name ?? id)
  return numbersIn(frame.language).list(named)
}

export type Standing = Colleague['state'] | 'lapsed'

/** How someone stands; an invitation that nobody used in time has lapsed. */
export const standingOf = ({ state, until = 0 }: Colleague, now: number): Standing =>
  state === 'invited' && until < now ? 'lapsed' : state
