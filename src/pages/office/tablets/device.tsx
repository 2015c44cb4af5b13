import { Answers, Condition, Heard, Program, SurveyShown } from './device-facts.tsx'
import { ChangeForm, CodeForm, PinForm, RemoveForm, RevokeForm } from './device-forms.tsx'
import { FaultSummary } from '../field.tsx'
import { type Fleet, fleetReader, type FleetReader, type FleetSite, type Seen } from './fleet.ts'
import { officeDocument, type OfficeFrame } from '../frame.tsx'
import { Fact } from '../listing.tsx'

export interface DeviceView extends Pick<Fleet, 'now' | 'titles'> {
  one: Seen
  /** where it may stand */
  sites: FleetSite[]
  /** names a sending of a form, so that the same one twice is one */
  once: string
  /** the same for its removal, which leaves no page to come back to */
  removal: string
  done?: Done | undefined
  faults?: DeviceFault[]
  /** what was typed, where something was wrong with it */
  given?: { name: string; site: string }
  /** what was looked for among the sites */
  sought?: string
}

export const doings = ['changed', 'revoked'] as const
export type Done = (typeof doings)[number]

export interface DeviceFault {
  field: 'name' | 'site'
  code: 'missing' | 'long' | 'taken'
}

export const NAME_LONGEST = 60

export const faultText = ({ words }: FleetReader, { field, code }: DeviceFault) =>
  words(`tablets.fault.${field}.${code}`, { count: NAME_LONGEST })

/** One tablet: how it is, and everything that can be done with it. */
export function devicePage(frame: OfficeFrame, view: DeviceView): string {
  const { one, done, faults = [] } = view
  const { device, site, condition } = one
  const reader = fleetReader(frame, view)
  const { words, path } = reader
  const title = words('tablets.deviceTitle', { name: device.name })
  const forms = { frame, reader, view }
  return officeDocument(
    frame,
    { title: faults.length > 0 ? frame.words('office:frame.faulty', { title }) : title },
    <>
      <p class="way-back">
        <a href={path('')}>{words('tablets.back')}</a>
      </p>
      <FaultSummary
        title={frame.words('office:frame.faults')}
        faults={faults.map((fault) => ({ field: fault.field, text: faultText(reader, fault) }))}
      />
      {done && <output class="notice good">{words(`tablets.done.${done}`)}</output>}
      <h1>
        <span class="eyebrow" lang={site.lang}>
          {site.name}
        </span>{' '}
        {device.name}
      </h1>
      <div class="lede">
        <Condition reader={reader} one={one} />
      </div>
      <Facts reader={reader} one={one} />
      {condition === 'lapsed' || condition === 'waiting' ? <CodeForm {...forms} open /> : null}
      {condition !== 'revoked' && <ChangeForm {...forms} />}
      <section class="doings" aria-labelledby="more">
        <h2 id="more">{words('tablets.more')}</h2>
        {condition === 'working' || condition === 'silent' ? <CodeForm {...forms} /> : null}
        {condition !== 'revoked' && <PinForm {...forms} />}
        {device.enrolledAt && condition !== 'revoked' ? <RevokeForm {...forms} /> : null}
        {!device.enrolledAt || condition === 'revoked' ? <RemoveForm {...forms} /> : null}
      </section>
    </>,
  )
}

function Facts({ reader, one }: { reader: FleetReader; one: Seen }) {
  const { words, moments } = reader
  const { device, site } = one
  const { enrolledAt, addedAt, report } = device
  const exact = (at: string) => moments.exact(Date.parse(at), site.zone)
  return (
    <dl class="facts">
      {enrolledAt && (
        <>
          <Fact label={words('tablets.column.heard')}>
            <Heard reader={reader} one={one} />
          </Fact>
          <Fact label={words('tablets.column.answers')}>
            <Answers reader={reader} one={one} />
          </Fact>
          <Fact label={words('tablets.column.survey')}>
            {report ? (
              <SurveyShown reader={reader} survey={report.survey} />
            ) : (
              words('tablets.notYetKnown')
            )}
          </Fact>
          <Fact label={words('tablets.column.program')}>
            <Program reader={reader} one={one} />
          </Fact>
        </>
      )}
      <Fact label={words('tablets.column.added')}>{exact(addedAt)}</Fact>
      {enrolledAt && <Fact label={words('tablets.column.enrolled')}>{exact(enrolledAt)}</Fact>}
    </dl>
  )
}
