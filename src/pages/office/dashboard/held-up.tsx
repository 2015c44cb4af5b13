import type { Device } from '../../../survey/tablets/device.ts'
import { may } from '../../../survey/rights.ts'
import type { DashboardView } from './dashboard.tsx'
import { type OfficeFrame, officePath } from '../frame.tsx'
import { siteName } from '../names.ts'
import type { Reader } from '../reader.ts'

interface Props {
  frame: OfficeFrame
  reader: Reader
  view: HeldUpView
}

type HeldUpView = Pick<DashboardView, 'heldUp' | 'questionnaire'> & {
  release: Pick<DashboardView['release'], 'final'>
}

/** So many tablets are named. */
const NAMED = 5

/** Which tablets the final release of a closed survey waits for, and how long at most. */
export function HeldUp({ frame, reader, view }: Props) {
  const { words, numbers } = reader
  const { heldUp, release } = view
  if (!heldUp || release.final) return null
  const count = heldUp.devices.length
  const named = heldUp.devices.slice(0, NAMED).map((device) => nameOf(reader, view, device))
  const more = count - named.length
  const tablets = more > 0 ? [...named, words('heldUp.more', { count: more })] : named
  return (
    <div class="notice">
      <p>{words('heldUp.tablets', { count, tablets: numbers.list(tablets) })}</p>
      <p>
        {words('heldUp.until', { date: numbers.date(heldUp.until) })}{' '}
        {frame.user && may(frame.user.role, 'tablets') && (
          <a href={officePath(frame, '/office/tablets')}>{words('heldUp.see')}</a>
        )}
      </p>
    </div>
  )
}

const nameOf = (reader: Reader, { questionnaire }: HeldUpView, { name, site }: Device) =>
  reader.words('heldUp.tablet', { name, site: siteName(reader, questionnaire, site) })
