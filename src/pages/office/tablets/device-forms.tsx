import type { ComponentChildren } from 'preact'
import { type DeviceView, faultText } from './device.tsx'
import { Field } from '../field.tsx'
import { devicePath, type FleetReader } from './fleet.ts'
import { Csrf, type OfficeFrame } from '../frame.tsx'
import { SitePicker } from '../sites/site-picker.tsx'

interface Props {
  frame: OfficeFrame
  reader: FleetReader
  view: DeviceView
}

export function ChangeForm({ frame, reader, view }: Props) {
  const { words, path } = reader
  const { device } = view.one
  const { name, site } = view.given ?? device
  const faultOf = (field: string) => view.faults?.find((fault) => fault.field === field)
  const fault = faultOf('name')
  return (
    <section class="doing" aria-labelledby="change">
      <h2 id="change">{words('tablets.change.title')}</h2>
      <form method="post" action={path(devicePath(device))} noValidate>
        <Csrf frame={frame} />
        <Field
          name="name"
          label={words('tablets.name')}
          value={name}
          fault={fault && faultText(reader, fault)}
          autocomplete="off"
        />
        <SitePicker
          frame={frame}
          reader={reader}
          sought={view.sought}
          sites={view.sites}
          chosen={site}
          hint={words('tablets.change.hint')}
        />
        <button class="button" type="submit">
          {words('tablets.change.send')}
        </button>
      </form>
    </section>
  )
}

/** A fresh code: where the first was not used, or the tablet is exchanged or was reset. */
export function CodeForm(props: Props & { open?: boolean }) {
  const { reader, open } = props
  const { words } = reader
  const send = (
    <SendOnce {...props} to="/code" label={words('tablets.code.send')} primary={open ?? false} />
  )
  if (open) return <div class="doing">{send}</div>
  return (
    <Doing title={words('tablets.code.title')}>
      <p>{words('tablets.code.when')}</p>
      <p>{words('tablets.code.waiting')}</p>
      {send}
    </Doing>
  )
}

export function PinForm(props: Props) {
  const { words } = props.reader
  return (
    <Doing title={words('tablets.pin.title')}>
      <p>{words('tablets.pin.what')}</p>
      <SendOnce {...props} to="/pin" label={words('tablets.pin.send')} />
    </Doing>
  )
}

export function RevokeForm(props: Props) {
  const { words, numbers } = props.reader
  const { report } = props.view.one.device
  return (
    <Doing title={words('tablets.revoke.title')}>
      <p>{words('tablets.revoke.when')}</p>
      <ul>
        <li>{words('tablets.revoke.stops')}</li>
        <li>
          {report?.queued
            ? words('tablets.revoke.answers', {
                count: report.queued,
                number: numbers.count(report.queued),
              })
            : words('tablets.revoke.noAnswers')}
        </li>
        <li>{words('tablets.revoke.late')}</li>
        <li>{words('tablets.revoke.locked')}</li>
      </ul>
      <p>{words('tablets.revoke.final')}</p>
      <SendOnce {...props} to="/revocation" label={words('tablets.revoke.send')} danger />
    </Doing>
  )
}

export function RemoveForm(props: Props) {
  const { words } = props.reader
  const { report, enrolledAt } = props.view.one.device
  return (
    <Doing title={words('tablets.remove.title')}>
      <p>{words('tablets.remove.what')}</p>
      {enrolledAt && report?.queued !== 0 && <p>{words('tablets.remove.answers')}</p>}
      <SendOnce {...props} to="/removal" label={words('tablets.remove.send')} danger />
    </Doing>
  )
}

interface DoingProps {
  title: string
  open?: boolean
  children: ComponentChildren
}

/** Something that can be done, folded until it is wanted. */
export function Doing({ title, open, children }: DoingProps) {
  return (
    <details class="doing" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

interface SendProps extends Props {
  to: string
  label: string
  primary?: boolean
  danger?: boolean
}

/** A form of one button; what names its sending makes the same form twice one act. */
function SendOnce({ frame, reader, view, to, label, primary, danger }: SendProps) {
  const kind = danger ? 'danger' : primary ? '' : 'plain'
  return (
    <form method="post" action={reader.path(devicePath(view.one.device) + to)}>
      <Csrf frame={frame} />
      <input type="hidden" name="once" value={to === '/removal' ? view.removal : view.once} />
      <button class={`button ${kind}`.trim()} type="submit">
        {label}
      </button>
    </form>
  )
}
