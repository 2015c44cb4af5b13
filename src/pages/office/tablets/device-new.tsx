import { type DeviceFault, faultText } from './device.tsx'
import { FaultSummary, Field } from '../field.tsx'
import { fleetReader, type Fleet, type FleetSite } from './fleet.ts'
import { Csrf, officeDocument, type OfficeFrame } from '../frame.tsx'
import { SitePicker } from '../sites/site-picker.tsx'

export interface NewDeviceView extends Pick<Fleet, 'now' | 'titles'> {
  sites: FleetSite[]
  /** becomes the device's id, so that the same form twice is one device */
  once: string
  given: { name: string; site: string }
  /** what was looked for among the sites */
  sought?: string
  faults?: DeviceFault[]
}

/** Where a new tablet will stand and what it is called. */
export function newDevicePage(frame: OfficeFrame, view: NewDeviceView): string {
  const { sites, once, given, faults = [] } = view
  const reader = fleetReader(frame, view)
  const { words, path } = reader
  const title = words('tablets.add')
  const told = faults.map((fault) => ({ field: fault.field, text: faultText(reader, fault) }))
  const faultOf = (field: string) => told.find((fault) => fault.field === field)?.text
  return officeDocument(
    frame,
    { title: told.length > 0 ? frame.words('office:frame.faulty', { title }) : title },
    <>
      <p class="way-back">
        <a href={path('')}>{words('tablets.back')}</a>
      </p>
      <div class="narrow">
        <FaultSummary title={frame.words('office:frame.faults')} faults={told} />
        <h1>{title}</h1>
        {sites.length === 0 ? (
          <p class="lede">{words('tablets.first.noSites')}</p>
        ) : (
          <>
            <p class="lede">{words('tablets.new.intro')}</p>
            <form method="post" action={path('/new')} noValidate>
              <Csrf frame={frame} />
              <input type="hidden" name="once" value={once} />
              <SitePicker
                frame={frame}
                reader={reader}
                sought={view.sought}
                sites={sites}
                chosen={given.site}
                fault={faultOf('site')}
              />
              <Field
                name="name"
                label={words('tablets.name')}
                hint={words('tablets.nameHint')}
                value={given.name}
                fault={faultOf('name')}
                autocomplete="off"
              />
              <button class="button" type="submit">
                {words('tablets.new.send')}
              </button>
            </form>
          </>
        )}
      </div>
    </>,
  )
}
