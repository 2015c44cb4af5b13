import { heardOf, skewOf } from '../../../survey/tablets/fleet.ts'
import { capitalised } from '../../speech.ts'
import { lastHeard } from './devices-summary.tsx'
import type { FleetReader, Seen } from './fleet.ts'

interface Props {
  reader: FleetReader
  one: Seen
}

/** How a device is: a word with an edge, and what follows from it. */
export function Condition({ reader, one }: Props) {
  const { words } = reader
  const { condition, worries } = one
  const worried = condition === 'working' && worries.length > 0
  const text = explained(reader, one)
  return (
    <>
      <strong class={`tag tag-${worried ? 'worried' : condition}`}>
        {words(`tablets.condition.${worried ? 'worried' : condition}`)}
      </strong>
      {text && <p class="quiet">{text}</p>}
      {condition !== 'revoked' &&
        worries.map((worry) => (
          <p key={worry} class="quiet">
            {words(`tablets.worry.${worry}`)}
          </p>
        ))}
    </>
  )
}

function explained(reader: FleetReader, one: Seen): string {
  const { words, moments } = reader
  const { device, condition, site } = one
  if (condition === 'silent') return words('tablets.silentSince', { time: lastHeard(reader, one) })
  if (condition === 'lapsed') return words('tablets.lapsed')
  if (condition === 'waiting') {
    return words('tablets.codeUntil', { time: moments.clock(device.codeUntil!, site.zone) })
  }
  if (condition === 'working') return ''
  const time = moments.exact(Date.parse(device.revokedAt!), site.zone)
  return `${words('tablets.revokedSince', { time })} ${leftOn(reader, one)}`
}

/** What became of the answers on a revoked device. */
function leftOn({ words, numbers }: FleetReader, { device }: Seen): string {
  const { enrolledAt, revokedAt, report, seenAt = 0 } = device
  if (!enrolledAt) return ''
  const after = seenAt >= Date.parse(revokedAt!)
  if (report?.queued === 0 && after) return words('tablets.left.none')
  return report?.queued
    ? words('tablets.left.some', {
        count: report.queued,
        number: numbers.count(report.queued),
      })
    : words('tablets.left.unknown')
}

export function Heard({ reader, one }: Props) {
  const { words, moments, now, language } = reader
  const heardAt = heardOf(one.device)
  if (heardAt === undefined) return words('tablets.never')
  return (
    <>
      {capitalised(moments.ago(heardAt, now) ?? words('tablets.justNow'), language)}
      <p class="quiet">
        <time dateTime={new Date(heardAt).toISOString()}>{lastHeard(reader, one)}</time>
      </p>
    </>
  )
}

/** What waits on the device, and what could not be taken. */
export function Answers({ reader, one }: Props) {
  const { words, numbers } = reader
  const { report, refused } = one.device
  const values = (count: number) => ({ count, number: numbers.count(count) })
  return (
    <>
      {report ? words('tablets.queued', values(report.queued)) : words('tablets.notYetKnown')}
      {report?.oldest && report.queued > 0 && (
        <p class="quiet">{words('tablets.oldest', { date: numbers.date(report.oldest) })}</p>
      )}
      {refused > 0 && <p class="quiet">{words('tablets.refused', values(refused))}</p>}
    </>
  )
}

/** What runs on the device, how much room it has, and what its clock says. */
export function Program({ reader, one }: Props) {
  const { words, moments } = reader
  const { report } = one.device
  if (!report) return words('tablets.notYetKnown')
  const skew = skewOf(one.device)
  return (
    <>
      {words('tablets.version', { version: report.version })}
      <p class="quiet">
        {report.storageLeft === null
          ? words('tablets.storageUnknown')
          : words('tablets.storage', { bytes: moments.bytes(report.storageLeft) })}
      </p>
      {skew !== undefined && (
        <p class="quiet">
          {words(skew > 0 ? 'tablets.clockAhead' : 'tablets.clockBehind', {
            span: moments.span(skew),
          })}
        </p>
      )}
    </>
  )
}

/** The survey that a device shows, in the reader's language where it has it. */
export function SurveyShown({
  reader: { words, titles },
  survey,
}: {
  reader: FleetReader
  survey: string
}) {
  if (survey === '') return words('tablets.showsNothing')
  const { name, lang } = titles.get(survey) ?? { name: survey }
  return <span lang={lang}>{name}</span>
}
