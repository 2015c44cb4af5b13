import { shownCode } from '../../../survey/tablets/enrol-code.ts'
import type { DeviceView } from './device.tsx'
import { devicePath, fleetReader, type FleetReader, type Seen } from './fleet.ts'
import { officeDocument, type OfficeFrame } from '../frame.tsx'
import { Qr } from '../../qr.tsx'

export interface Handover extends Pick<DeviceView, 'now' | 'titles' | 'one'> {
  /** absent: it has been used, or was not asked for */
  code?: { code: string; until: number } | undefined
  pin?: string | undefined
  /** where tablets find the service, without a slash at its end */
  origin: string
}

interface Props {
  reader: FleetReader
  handover: Handover
}

/** What the person with the tablet needs, once; made to be printed on one page. */
export function handoverPage(frame: OfficeFrame, handover: Handover): string {
  const reader = fleetReader(frame, handover)
  const { words, path } = reader
  const { one, code, pin } = handover
  const title = words(code ? 'tablets.handover.title' : 'tablets.handover.pinTitle')
  return officeDocument(
    frame,
    { title: words('tablets.handover.titleOf', { title, name: one.device.name }) },
    <article class="handover">
      <p class="way-back">
        <a href={path(devicePath(one.device))}>
          {words('tablets.handover.back', { name: one.device.name })}
        </a>
      </p>
      <h1>
        <span class="eyebrow">
          {one.device.name}, <span lang={one.site.lang}>{one.site.name}</span>
        </span>{' '}
        {title}
      </h1>
      <p class="lede">{lede(reader, handover)}</p>
      {code && <Unsafe {...{ reader, handover }} />}
      {code && <CodePart {...{ reader, one, code, origin: handover.origin }} />}
      {pin && (
        <section class="handover-pin" aria-labelledby="pin">
          <h2 id="pin">{words('tablets.handover.pin')}</h2>
          <p class="spelt">{`${pin.slice(0, 3)} ${pin.slice(3)}`}</p>
          <p>{words('tablets.handover.pinText')}</p>
        </section>
      )}
      {code && <Steps {...{ reader, handover }} />}
      <p class="quiet">{words('tablets.handover.once')}</p>
    </article>,
  )
}

function lede({ words, moments }: FleetReader, { one, code }: Handover): string {
  if (!code) return words(one.device.enrolledAt ? 'tablets.handover.pinLede' : 'tablets.codeGone')
  const time = moments.clock(code.until, one.site.zone)
  return words('tablets.handover.lede', { time })
}

/** Without https no tablet may store or seal anything: better told here than found out there. */
function Unsafe({ reader: { words }, handover: { origin } }: Props) {
  if (origin.startsWith('https:')) return null
  return (
    <div class="notice">
      <p>{words('tablets.handover.unsafe', { address: origin })}</p>
    </div>
  )
}

interface CodeProps {
  reader: FleetReader
  one: Seen
  code: { code: string }
  origin: string
}

function CodePart({ reader: { words }, code: { code }, origin }: CodeProps) {
  return (
    <section class="handover-code" aria-labelledby="code">
      <Qr text={`${origin}/kiosk#${code}`} label={words('tablets.handover.qr')} />
      <div>
        <h2 id="code">{words('tablets.handover.code')}</h2>
        <p class="spelt">{shownCode(code)}</p>
        <h2>{words('tablets.handover.address')}</h2>
        <p class="handover-address">{`${origin.replace(/^https:\/\//, '')}/kiosk`}</p>
      </div>
    </section>
  )
}

function Steps({ reader: { words }, handover }: Props) {
  const { one, pin } = handover
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{words('tablets.handover.steps')}</h2>
      <ol class="steps">
        <li>{words('tablets.step.start')}</li>
        <li>{words('tablets.step.open')}</li>
        <li>{words('tablets.step.code')}</li>
        <li>{words('tablets.step.check', { name: one.device.name })}</li>
        {pin && <li>{words('tablets.step.pin')}</li>}
        <li>{words('tablets.step.place')}</li>
      </ol>
    </section>
  )
}
